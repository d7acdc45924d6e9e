async function put(text) {
  // Browsers offer their clipboard to safe addresses only; on others the older way still works.
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.appendChild(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("no clipboard");
}

export default function ({ parentElement, data }) {
  const status = parentElement.querySelector("[role=status]");
  // Made here, so that there is never a button without a name.
  const button = parentElement.querySelector("button") ?? document.createElement("button");
  button.type = "button";
  button.textContent = data.label;
  status.before(button);
  button.onclick = async () => {
    if (data.act === "print") return window.print();
    if (data.act === "filters") return document.querySelector('[data-testid="stExpandSidebarButton"]')?.click();
    const text = data.act === "link" ? window.location.href : data.text;
    try {
      await put(text);
      status.textContent = "Copied";
    } catch {
      status.textContent = "This browser does not let pages copy";
    }
    button.focus();
    setTimeout(() => { status.textContent = ""; }, 4000);
  };
}
