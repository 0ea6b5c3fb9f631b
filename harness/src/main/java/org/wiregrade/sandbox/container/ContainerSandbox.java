package org.wiregrade.sandbox.container;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.Scratch;

/** Runs each program of a submission in a container of its own; those of one submission share a network that has no one else. */
public final class ContainerSandbox implements Sandbox {
    /** User ids that no distribution gives away; rootless engines have none above 65535. */
    private static final int FIRST_USER = 60_600;

    private static final int USERS = 500;

    private final Limits limits;
    private final Reach reach;
    private final AtomicInteger programs = new AtomicInteger();
    private ContainerWarden warden;

    /** Checks nothing: {@link ContainerAvailability} says beforehand whether it will work. */
    public ContainerSandbox() {
        this(Limits.STANDARD, Reach.here());
    }

    ContainerSandbox(Limits limits, Reach reach) {
        this.limits = limits;
        this.reach = reach;
    }

    @Override
    public String name() {
        return "container";
    }

    @Override
    public Cell open() throws IOException {
        var scratch = new Scratch();
        ContainerNetwork network;
        try {
            var containers = new Containers();
            begin(containers);
            network = reach == Reach.THREAD
                    ? ContainerNetwork.entered(containers, scratch)
                    : ContainerNetwork.withGateway(containers, scratch);
            return new ContainerCell(containers, network, scratch, limits, this::nextUser);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw new IOException("no container was started: " + e.getMessage(), e);
        }
    }

    /** Before its first container: removes those of harnesses that were killed, and sees to it that its own do not stay. */
    private synchronized void begin(Containers containers) throws IOException {
        if (warden == null) {
            containers.leftBehind(Instant.now().getEpochSecond()).forEach(containers::remove);
            warden = ContainerWarden.start();
        }
    }

    @Override
    public synchronized void close() {
        if (warden != null) {
            warden.close();
            warden = null;
        }
    }

    /** One that no program had lately, since the kernel counts some things for each user and not for each container. */
    private int nextUser() {
        return FIRST_USER + Math.floorMod(programs.getAndIncrement(), USERS);
    }
}
