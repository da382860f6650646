/** The least there is: page one on a canvas, its text over it. */
import { getDocument, GlobalWorkerOptions, TextLayer } from "./pdf.min.mjs";

GlobalWorkerOptions.workerSrc = "pdf.worker.min.mjs";
const file = await getDocument({ url: "resume.pdf" }).promise;
const page = await file.getPage(1);
const viewport = page.getViewport({ scale: 1.5 });
const sheet = document.querySelector("#page");
sheet.style.setProperty("--total-scale-factor", "1.5");

const canvas = document.querySelector("canvas");
canvas.width = viewport.width;
canvas.height = viewport.height;
page.render({ canvas, viewport }).promise.then(() => { canvas.dataset.drawn = ""; });

const container = document.querySelector(".textLayer");
const text = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
text.render().then(() => { container.dataset.laid = ""; });
