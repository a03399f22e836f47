package org.bulkhead.builder.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What machine to run, and on what; immutable.
 *
 * @param image the disk image to boot; every run works on a copy of its own
 * @param kind the emulator
 * @param memoryMegabytes memory of the machine, 16–4096
 * @param secondDisk a raw disk, a multiple of 512 bytes, which the machine reads and writes in place
 * @param network what it is connected to
 * @param display whether somebody sits at its screen and keyboard
 * @param time what makes its time pass
 * @param reset what becomes of the run when the machine is reset
 * @param timeout host time after which the run is ended
 */
public record EmulatorConfig(Path image, EmulatorKind kind, int memoryMegabytes, Optional<Path> secondDisk, Network network, Display display, MachineTime time, Reset reset, Duration timeout) {
    private static final int DEFAULT_MEMORY = 256;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    public EmulatorConfig {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(secondDisk, "secondDisk");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(display, "display");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(timeout, "timeout");
        if (memoryMegabytes < 16 || memoryMegabytes > 4096) {
            throw new IllegalArgumentException("memory of " + memoryMegabytes + " MiB; 16 to 4096 are possible");
        }
    }

    /** Returns the ordinary machine: Bochs, 256 MiB, one disk, no network, ten minutes. */
    public static EmulatorConfig of(Path image) {
        return new EmulatorConfig(image, EmulatorKind.BOCHS, DEFAULT_MEMORY, Optional.empty(), Network.NONE, Display.UNATTENDED, MachineTime.HOST, Reset.IS_A_CRASH, DEFAULT_TIMEOUT);
    }

    /** Returns this machine in another emulator. */
    public EmulatorConfig withKind(EmulatorKind other) {
        return new EmulatorConfig(image, other, memoryMegabytes, secondDisk, network, display, time, reset, timeout);
    }

    /** Returns this machine with another amount of memory. */
    public EmulatorConfig withMemory(int megabytes) {
        return new EmulatorConfig(image, kind, megabytes, secondDisk, network, display, time, reset, timeout);
    }

    /** Returns this machine with a second disk. */
    public EmulatorConfig withSecondDisk(Path disk) {
        return new EmulatorConfig(image, kind, memoryMegabytes, Optional.of(disk), network, display, time, reset, timeout);
    }

    /** Returns this machine with another limit of host time. */
    public EmulatorConfig withTimeout(Duration limit) {
        return new EmulatorConfig(image, kind, memoryMegabytes, secondDisk, network, display, time, reset, limit);
    }

    /** Returns this machine connected to something. */
    public EmulatorConfig withNetwork(Network other) {
        return new EmulatorConfig(image, kind, memoryMegabytes, secondDisk, other, display, time, reset, timeout);
    }

    /** Returns this machine with somebody at its screen and keyboard: see {@link EmulatorRun#desk}. */
    public EmulatorConfig withDisplay() {
        return new EmulatorConfig(image, kind, memoryMegabytes, secondDisk, network, Display.ATTENDED, time, reset, timeout);
    }

    /** Returns this machine with time that passes otherwise. */
    public EmulatorConfig withTime(MachineTime other) {
        return new EmulatorConfig(image, kind, memoryMegabytes, secondDisk, network, display, other, reset, timeout);
    }

    /** Returns this machine, which goes on after a reset. */
    public EmulatorConfig withRestarts() {
        return new EmulatorConfig(image, kind, memoryMegabytes, secondDisk, network, display, time, Reset.STARTS_ANEW, timeout);
    }
}
