/** PDF.js's own viewer of its components: linking, finding, scrolling, annotations, text layer. */
import * as pdfjsLib from "./pdf.mjs";
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from "./pdf_viewer.mjs";

pdfjsLib.GlobalWorkerOptions.workerSrc = "pdf.worker.mjs";
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const findController = new PDFFindController({ eventBus, linkService });
const container = document.querySelector("#container");
const viewer = new PDFViewer({ container, eventBus, linkService, findController });
linkService.setViewer(viewer);

eventBus.on("pagesinit", () => { viewer.currentScaleValue = "auto"; });
eventBus.on("pagerendered", ({ pageNumber }) => {
  if (pageNumber === 1) document.querySelector("canvas").dataset.drawn = "";
});
eventBus.on("textlayerrendered", ({ pageNumber }) => {
  if (pageNumber === 1) document.querySelector(".textLayer").dataset.laid = "";
});

const file = await pdfjsLib.getDocument({ url: "resume.pdf" }).promise;
viewer.setDocument(file);
linkService.setDocument(file);
