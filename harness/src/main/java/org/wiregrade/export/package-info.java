/**
 * Results as the files that other platforms take.
 *
 * <p>In come the results of a folder, verified; out goes a file, or one a submission. Start reading at {@link Format}.
 */
package org.wiregrade.export;
