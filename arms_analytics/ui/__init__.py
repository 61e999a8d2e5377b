"""The only home of streamlit below the pages: frame, sidebar, heatmap component, evidence panel, access."""
