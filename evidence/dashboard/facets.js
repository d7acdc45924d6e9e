// Parts are made once and then changed, so that the one in focus stays in focus and little is drawn anew.
function part(parent, tag, name) {
  const known = [...parent.querySelectorAll(tag)].find((one) => one.name === name);
  if (known) return known;
  const made = parent.appendChild(document.createElement(tag));
  made.name = name;
  return made;
}

function fieldset(place, facet) {
  const group = part(place, "fieldset", facet.name);
  const legend = group.querySelector("legend") ?? group.appendChild(document.createElement("legend"));
  if (legend.textContent !== facet.heading) legend.textContent = facet.heading;
  for (const one of group.querySelectorAll("button")) {
    if (!facet.values.some((value) => value.value === one.name)) one.remove();
  }
  return group;
}

function button(group, value) {
  const one = part(group, "button", value.value);
  const label = `${value.label} · ${value.count}`;
  one.type = "button";
  if (one.textContent !== label) one.textContent = label;
  return one;
}

const isPressed = (one) => one.ariaPressed === "true";

function press(one, group, isSingle) {
  const now = !isPressed(one);
  if (isSingle) for (const other of group.querySelectorAll("button")) other.ariaPressed = "false";
  one.ariaPressed = String(now);
}

// All that is chosen, so that of two quick clicks none is lost when only the last one arrives.
function chosen(parent) {
  const values = (group) => [...group.querySelectorAll("button")].filter(isPressed).map((one) => one.name);
  return Object.fromEntries([...parent.querySelectorAll("fieldset")].map((group) => [group.name, values(group)]));
}

export default function ({ parentElement, data, setTriggerValue }) {
  const first = parentElement.querySelector("section");
  const more = parentElement.querySelector("details");
  // An answer to an earlier choice does not know of one that was made meanwhile.
  const isLate = data.answered < (parentElement.asked ?? 0);
  for (const facet of data.facets) {
    const group = fieldset(facet.first ? first : more, facet);
    for (const value of facet.values) {
      const one = button(group, value);
      if (!isLate) one.ariaPressed = String(value.chosen);
      one.hidden = !value.count && !isPressed(one);
      one.onclick = () => {
        press(one, group, facet.single);
        parentElement.asked = Math.max(parentElement.asked ?? 0, data.answered) + 1;
        setTriggerValue("picked", { number: parentElement.asked, chosen: chosen(parentElement) });
      };
    }
    group.hidden = ![...group.querySelectorAll("button")].some((one) => !one.hidden);
    // What is chosen is never folded away.
    more.open ||= !facet.first && [...group.querySelectorAll("button")].some(isPressed);
  }
}
