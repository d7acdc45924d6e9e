"""The pages: scripts that Streamlit runs from top to bottom, named in `evidence.dashboard.routes`."""
