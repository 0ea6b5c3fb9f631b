/** What a student handed in, and what of it is run: the marked regions, in a pristine template. */
package org.wiregrade.submission;
