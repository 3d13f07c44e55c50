"""The map page: who held each island on each day.

A reader's visit runs this script. Streamlit's server imports it, to find the ``app`` it serves.
"""

if __name__ == "__main__":
    from pages.ui.frame import frame
    from pages.ui.map import page as panel

    reader = frame.begin("map", follows=True)
    frame.follow(reader, panel.show)
else:
    from streamlit import App

    from pages.ui.frame import guard, serving

    app = App(
        __file__,
        routes=serving.routes(),
        lifespan=serving.published,
        middleware=guard.middleware(),
    )
