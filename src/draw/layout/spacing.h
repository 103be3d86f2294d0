/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much space a drawing leaves, and how much it fills: every such number that a reader of the picture
 * sees. All lengths are in points. */
#ifndef RELATA_DRAW_LAYOUT_SPACING_H
#define RELATA_DRAW_LAYOUT_SPACING_H

#define RELATA_GAP 9.0 /* least distance between actors */
#define RELATA_LAYER_GAP                                                                                     \
  54.0 /* distance between layers or circles of actors, with labels on the lines between */
#define RELATA_BOX_PADDING 13.0 /* distance between a box and its contents */
#define RELATA_BOX_GAP     34.0 /* distance between boxes, for the labels of the lines there */
#define RELATA_MOVED_AIR   1.0  /* added to the gap while actors can still be moved freely */
#define RELATA_REFINED_AIR 3.0  /* free space around an actor when a layout is refined */
#define RELATA_ROUTED_AIR  4.0  /* free space around an actor that a line is led around */
#define RELATA_LABEL_CLEAR 2.0  /* free space around a label */
#define RELATA_LABEL_AIR   2.4  /* space to the left and right of a label's text, together */
#define RELATA_RAISED      0.18 /* how far superscript numbers are raised, as a share of their text's height */
#define RELATA_WORDS_AIR   1.5  /* the area that a label needs in the drawing, as a multiple of its box */

#define RELATA_DRAWING_RATIO 0.55   /* height by width by default: about 4 by 3 with the words */
#define RELATA_WORDS_WIDTH   1050.0 /* width of a drawing beside which words have their nominal size */

/* The shares of some area that names and labels may fill. */
#define RELATA_FILLED      0.20 /* of a drawing without boxes */
#define RELATA_FILLED_IN   0.30 /* of a box */
#define RELATA_FILLED_OUT  0.55 /* of the sheet, by boxes and labels; boxes contain empty space */
#define RELATA_FILLED_MOST 0.70 /* of any area, however dense the drawing is to be */

#endif
