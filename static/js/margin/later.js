/**
 * What the margin does besides answering a press: fetched when a press is answered already, so that
 * who reads on a slow line waits for less.
 */
import "./live-news.js";
import "./page-drawing.js";
import "./placing-bar.js";
import "./reading-keys.js";
import "./selection-button.js";
import "./thread-lead.js";
import "./late-pictures.js";
import "../forms/name-completion.js";
import "../forms/saved-comments.js";
