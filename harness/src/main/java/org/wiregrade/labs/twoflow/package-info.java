/** The two-flow lab: a relay and two clients that send chat and VoIP through it. */
package org.wiregrade.labs.twoflow;
