/**
 * What the margin does besides answering a press: fetched when a press is answered already, so that
 * who reads on a slow line waits for less.
 */
import "./live-news.js";
import "./pages/page-drawing.js";
import "./writing/placing-bar.js";
import "./reading-keys.js";
import "./lines/selection-button.js";
import "./threads/thread-lead.js";
import "./pages/late-pictures.js";
import "../forms/name-completion.js";
import "../forms/saved-comments.js";
