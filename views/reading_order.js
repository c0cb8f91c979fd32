/* Tab goes where the eye does. Streamlit puts what pops up at the end of the page, leaves the links of a
   folded sidebar in reach, and the focus behind when it is unfolded. */
(() => {
  if (window.inReadingOrder) return;
  window.inReadingOrder = true;
  const ABLE = "a[href], button:not([disabled]), input, textarea, [tabindex='0']";
  const POPPED = "[data-testid=stPopoverBody]", SIDEBAR = "[data-testid=stSidebar]";
  const within = (place) => [...(document.querySelector(place)?.querySelectorAll(ABLE) ?? [])];
  let opener = null;

  /* A folded sidebar is out of reach. */
  const fold = () => {
    const sidebar = document.querySelector(SIDEBAR);
    if (sidebar) sidebar.inert = sidebar.dataset.collapsed === "true";
  };
  const soon = (work, left = 20) => {
    if (!work() && left) setTimeout(soon, 50, work, left - 1);
  };
  const enter = (place) => soon(() => {
    fold();
    const first = within(place)[0];
    first?.focus();
    return first && document.activeElement === first;
  });

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    if (button?.closest("[data-testid=stPopover]")) {
      opener = button;
      if (button.getAttribute("aria-expanded") !== "true") enter(POPPED);
    } else if (button?.matches("[data-testid=stExpandSidebarButton]")) {
      enter(SIDEBAR);
    } else if (button?.closest("[data-testid=stSidebarCollapseButton]")) {
      soon(() => {
        const back = document.querySelector("[data-testid=stExpandSidebarButton]");
        back?.focus();
        return back && document.activeElement === back;
      });
    }
  }, true);

  /* Past either end of what popped up, or out of it: back to the button that opened it. */
  document.addEventListener("keydown", (event) => {
    if (!event.target.closest?.(POPPED) || !opener?.isConnected) return;
    const all = within(POPPED), end = event.shiftKey ? all[0] : all[all.length - 1];
    if (event.key === "Escape" || (event.key === "Tab" && event.target === end)) {
      if (event.key === "Tab") event.preventDefault();
      opener.focus();
    }
  }, true);

  /* The sidebar comes, folds and unfolds when Streamlit likes. */
  fold();
  new MutationObserver(fold).observe(document.body, {
    attributeFilter: ["data-collapsed"], childList: true, subtree: true,
  });
})();
