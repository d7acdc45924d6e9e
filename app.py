"""The dashboard's frame: the list of pages, and nothing else. Start it with `evidence app`."""

import streamlit as st

from evidence.dashboard import address, data, links, routes, style

# An emoji: a `:material/…:` icon would be fetched from a font host, and nothing here leaves this computer.
st.set_page_config(page_title="Evidence", page_icon="⚖️", layout="wide")
page = st.navigation(routes.pages(), position="top")
style.put()
links.follow()
address.enter(page.url_path)
page.run()
data.tidy()
