"""The dashboard as a server: Streamlit's own, which also answers addresses of several parts.

Started by ``standpunkt dashboard``, or ``streamlit run front.py``.
"""

from starlette.middleware import Middleware
from streamlit.starlette import App

from pipeline.settings import ROOT
from views.astray import Astray

app = App(ROOT / "dashboard.py", middleware=[Middleware(Astray)])
