/**
 * What the evidence checks of all labs share.
 *
 * <p>In come the files of a submission's {@code evidence/}; out come text without what word processors and consoles did to it, a
 * capture with its faults told, addresses in one form, and quotations for sentences. Start reading at
 * {@link org.wiregrade.labs.evidence.EvidenceFolder}.
 */
package org.wiregrade.labs.evidence;
