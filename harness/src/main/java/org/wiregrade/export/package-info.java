/**
 * Results as the files that other platforms take.
 *
 * <p>In come entries, one for each who gets something back, made from verified results with a policy or without; out goes a
 * teacher's sheet filled in, or a file a submission. Start reading at {@link Format}.
 */
package org.wiregrade.export;
