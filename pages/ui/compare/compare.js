// Streamlit has no button that prints.
document.getElementById(button).onclick = () => print();
