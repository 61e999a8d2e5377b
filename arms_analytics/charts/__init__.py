"""Drawing only: a finding in, a Plotly figure or an accessible table out. Colours live in `palette`."""
