// A small picture of a title, the same as in the window: two colours from its genres, a quiet pattern from its id.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 40;
const HEIGHT = 56;

// Degrees on the colour circle, in the order of how much a genre says about a title.
const HUES = new Map([
  ["Hentai", 345], ["Sports", 28], ["Mecha", 205], ["Music", 312], ["Horror", 358], ["Space", 232], ["Cars", 18],
  ["Slice of Life", 96], ["Historical", 38], ["Samurai", 8], ["Magic", 276], ["Mystery", 250], ["Psychological", 186],
  ["Romance", 336], ["Military", 82], ["Sci-Fi", 196], ["Kids", 52], ["Supernatural", 264], ["Fantasy", 152],
  ["School", 44], ["Adventure", 128], ["Shoujo", 326], ["Drama", 218], ["Comedy", 34], ["Seinen", 174],
  ["Shounen", 14], ["Action", 2],
]);

export function tile(anime) {
  const svg = made("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "tile", "aria-hidden": "true" });
  const [first, second] = colours(anime.genre ?? "");
  svg.style.background = `linear-gradient(to bottom right, ${first}, ${second})`;
  svg.append(...pattern(spread(anime.anime_id)));
  const text = made("text", { x: WIDTH * 0.12, y: HEIGHT - WIDTH * 0.16, fill: "#fff", "font-size": WIDTH * 0.38, "font-weight": 700 });
  text.textContent = initials(anime.name);
  svg.append(text);
  return svg;
}

function made(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  return element;
}

function colours(genre) {
  const genres = genre.split(",").map((each) => each.trim());
  const hues = [...HUES].filter(([name]) => genres.includes(name)).map(([, degrees]) => degrees);
  if (hues.length === 0) {
    return [hsb(260, 0.25, 0.5), hsb(290, 0.35, 0.35)];
  }
  return [hsb(hues[0], 0.62, 0.62), hsb(hues[1] ?? hues[0] + 24, 0.7, 0.4)];
}

function hsb(degrees, saturation, brightness) {
  const light = brightness * (1 - saturation / 2);
  const inLight = (brightness - light) / Math.min(light, 1 - light);
  return `hsl(${degrees} ${inLight * 100}% ${light * 100}%)`;
}

/** Ids that lie close together must not look alike. */
function spread(id) {
  const mixed = Math.imul(id, 0x9e3779b9);
  return (mixed ^ (mixed >>> 15)) & 0x7fffffff;
}

function pattern(hash) {
  const unit = WIDTH / 5;
  const shift = (Math.floor(hash / 8) % 100) / 100;
  const line = { fill: "none", stroke: "rgba(255,255,255,0.22)", "stroke-width": WIDTH / 36 };
  const area = { fill: "rgba(255,255,255,0.14)" };
  const shapes = [];
  const circle = (cx, cy, r, look) => shapes.push(made("circle", { cx, cy, r, ...look }));
  switch (hash % 5) {
    case 0:
      for (let ring = 1; ring <= 6; ring++) {
        circle(WIDTH * (0.3 + 0.6 * shift), HEIGHT * 0.3, ring * unit, line);
      }
      break;
    case 1:
      for (let x = -HEIGHT; x < WIDTH; x += unit) {
        shapes.push(made("line", { x1: x, y1: HEIGHT, x2: x + HEIGHT, y2: 0, ...line }));
      }
      break;
    case 2:
      for (let y = 0, row = 0; y < HEIGHT + unit; y += unit / 2, row++) {
        for (let x = row % 2 === 0 ? 0 : -unit; x < WIDTH + unit; x += 2 * unit) {
          circle(x, y, unit, line);
        }
      }
      break;
    case 3:
      for (let y = unit / 2; y < HEIGHT; y += unit) {
        for (let x = unit / 2; x < WIDTH; x += unit) {
          circle(x, y, unit * (0.2 + 0.15 * shift), area);
        }
      }
      break;
    default: {
      const sun = WIDTH * 0.18;
      circle(WIDTH * (0.15 + 0.5 * shift) + sun, HEIGHT * 0.14 + sun, sun, area);
      const hill = (cx, cy) => shapes.push(made("ellipse", { cx, cy, rx: WIDTH * 0.7, ry: HEIGHT / 2, ...area }));
      hill(WIDTH * 0.2, HEIGHT * 1.05);
      hill(WIDTH, HEIGHT * 1.15);
    }
  }
  return shapes;
}

/** The first letters of the first two words that begin with a capital letter or a digit. */
function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters = words.map((word) => [...word][0]).filter((letter) => !/\p{Ll}/u.test(letter));
  return (letters.length > 0 ? letters.slice(0, 2).join("") : ([...(words[0] ?? "")][0] ?? "")).toUpperCase();
}
