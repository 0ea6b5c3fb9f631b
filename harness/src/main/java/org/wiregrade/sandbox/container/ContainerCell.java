package org.wiregrade.sandbox.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.Scratch;
import org.wiregrade.sandbox.container.Containers.Order;
import org.wiregrade.sandbox.kernel.Endings;
import org.wiregrade.sandbox.loopback.Loopback;

/** The containers of one submission and the network that they share. */
final class ContainerCell implements Cell {
    private final Containers containers;
    private final ContainerNetwork network;
    private final Scratch scratch;
    private final Limits limits;
    private final IntSupplier users;
    private final List<ContainerProcess> started = new ArrayList<>();

    ContainerCell(Containers containers, ContainerNetwork network, Scratch scratch, Limits limits, IntSupplier users) {
        this.containers = containers;
        this.network = network;
        this.scratch = scratch;
        this.limits = limits;
        this.users = users;
    }

    @Override
    public synchronized Process start(Launch launch) throws IOException {
        Path home = scratch.folder().resolve("home-" + started.size());
        ReadableFiles.copy(launch.home(), home);
        List<String> command = launch.commandForOtherJava("java", Containers.HOME);
        ContainerProcess program = containers.start(
                new Order(network.name(), users.getAsInt(), home, command, launch.environment(), true, limits));
        started.add(program);
        return program;
    }

    @Override
    public void end(Process program) {
        program.destroy();
        if (!Endings.await(program)) {
            throw new IllegalStateException("a program in a container does not end");
        }
    }

    @Override
    public Loopback loopback() throws IOException {
        return network.loopback();
    }

    @Override
    public Optional<Limits> limits() {
        return Optional.of(limits);
    }

    @Override
    public boolean ownsPorts() {
        return true;
    }

    @Override
    public Optional<Path> capture() throws IOException {
        if (network.tap().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(network.tap().get().copy());
    }

    @Override
    public void close() {
        List<ContainerProcess> programs;
        synchronized (this) {
            programs = List.copyOf(started);
        }
        try {
            programs.forEach(this::end);
        } finally {
            network.close();
            scratch.close();
        }
    }
}
