/**
 * The marked regions of a source: found, compared with the template's, and put into it.
 *
 * <p>In comes a student's source and the template's; out goes the template's source with the student's regions, and
 * what differs outside of them. Start reading at {@link Transplant} and {@link Regions}.
 */
package org.wiregrade.regions;
