/**
 * A network and a bubblewrap box for each submission, without a container engine and without root; Linux only.
 *
 * <p>In comes a launch; out goes a process that sees its own files, its own network and nothing else. Start reading at
 * {@link NamespaceSandbox} and {@link Bubblewrap}.
 */
package org.wiregrade.sandbox.namespace;
