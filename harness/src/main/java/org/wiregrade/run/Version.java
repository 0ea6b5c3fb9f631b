package org.wiregrade.run;

/** The harness's own version, from its jar. */
public final class Version {
    private Version() {}

    /** {@code development} where the harness runs from a folder of classes. */
    public static String harness() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
