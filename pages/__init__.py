"""What is shown: one short script a page, found by Streamlit (which passes over this file)."""
