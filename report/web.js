// Puts a live chart in the place of each picture of one; what is printed stays the picture.
const specs = JSON.parse(document.getElementById("specs").textContent);
for (const place of document.querySelectorAll(".live")) {
  const spec = { ...specs[place.dataset.figure], width: "container" };
  place.hidden = false;
  vegaEmbed(place, spec, { renderer: "svg", actions: false, ast: true }).then(
    () => place.closest("figure").classList.add("is-live"),
    () => { place.hidden = true; },
  );
}
