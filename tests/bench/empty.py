"""An empty Streamlit page: the floor for how soon anything can be seen."""

import streamlit as st

st.title("Empty")
