package org.bulkhead.builder.manifest;

import java.util.List;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.drivers.ata.AtaDriver;
import org.bulkhead.drivers.ata.readahead.AtaReadAheadDriver;
import org.bulkhead.drivers.cmos.CmosDriver;
import org.bulkhead.drivers.ne2000.Ne2000Driver;
import org.bulkhead.drivers.pci.PciServer;
import org.bulkhead.drivers.ps2.Ps2Driver;
import org.bulkhead.drivers.uart.UartDriver;
import org.bulkhead.drivers.vga.VgaDriver;
import org.bulkhead.servers.bench.Bench;
import org.bulkhead.servers.bench.EchoServer;
import org.bulkhead.servers.console.Console;
import org.bulkhead.servers.console.ScreenConsole;
import org.bulkhead.servers.crashloop.CrashLoop;
import org.bulkhead.servers.crashloop.Killer;
import org.bulkhead.servers.datastore.Datastore;
import org.bulkhead.servers.digest.DigestProgram;
import org.bulkhead.servers.exerciser.Exerciser;
import org.bulkhead.servers.files.FileServer;
import org.bulkhead.servers.guard.Guard;
import org.bulkhead.servers.installing.InstallTimer;
import org.bulkhead.servers.loader.LoaderServer;
import org.bulkhead.servers.loader.fixedpoint.FixedPointProgram;
import org.bulkhead.servers.recovery.RecoveryTimer;
import org.bulkhead.servers.scenario.FailingSupervisor;
import org.bulkhead.servers.supervisor.Supervisor;
import org.bulkhead.servers.terminal.TerminalServer;

/** The programs that go into an image together; where there is no driver for the serial line, the nucleus writes the log there. */
public enum BootSet {
    /** What users get. */
    SHIPPING(Supervisor.class, Datastore.class, PciServer.class, UartDriver.class, Ps2Driver.class, VgaDriver.class, CmosDriver.class, AtaDriver.class, AtaReadAheadDriver.class, Ne2000Driver.class, FileServer.class, LoaderServer.class, TerminalServer.class, Console.class, ScreenConsole.class,
        DigestProgram.class),
    /** The drivers of a machine and nobody at its consoles: screen, keyboard and disks are for whoever is added. */
    DEVICES(Supervisor.class, Datastore.class, PciServer.class, UartDriver.class, Ps2Driver.class, VgaDriver.class, CmosDriver.class, AtaDriver.class, Ne2000Driver.class),
    /** A program works all drivers round after round, and checks every answer. */
    EXERCISE(Supervisor.class, Datastore.class, PciServer.class, UartDriver.class, Ps2Driver.class, VgaDriver.class, CmosDriver.class, AtaDriver.class, Ne2000Driver.class, Guard.class, Exerciser.class),
    /** As {@link #EXERCISE}, for fault-injection campaigns: see {@link Pace#CAMPAIGN}. */
    CAMPAIGN(Pace.CAMPAIGN, EXERCISE),
    /** The supervisor fails in each of its lives; the machine restarts again and again. */
    SUPERVISOR_FAILS(FailingSupervisor.class),
    /** What everything else stands on, and nothing else. */
    BARE(Supervisor.class, Datastore.class, PciServer.class),
    /** A driver is killed again and again while a program loads it and measures what that costs; ends with the machine switched off. */
    CRASH_LOOP(Supervisor.class, Datastore.class, PciServer.class, AtaDriver.class, Ne2000Driver.class, Killer.class, CrashLoop.class),
    /** Every driver fails in every way, and the time until it serves again is taken; ends with the machine switched off. */
    RECOVERY(Supervisor.class, Datastore.class, PciServer.class, UartDriver.class, Ps2Driver.class, VgaDriver.class, CmosDriver.class, AtaDriver.class, Ne2000Driver.class, RecoveryTimer.class),
    /** The compiler in the image compiles class files from the second disk; ends with the machine switched off. */
    FIXED_POINT(Supervisor.class, Datastore.class, PciServer.class, AtaDriver.class, FixedPointProgram.class),
    /** The clock's driver is replaced by installed ones, and killed before and after; ends with the machine switched off. */
    INSTALLING(Supervisor.class, Datastore.class, PciServer.class, CmosDriver.class, AtaDriver.class, FileServer.class, LoaderServer.class, InstallTimer.class),
    /** The nucleus's operations are timed; ends with the machine switched off. */
    BENCH(Supervisor.class, Datastore.class, PciServer.class, AtaDriver.class, EchoServer.class, Bench.class);

    private final List<String> classNames;
    private final Pace pace;

    BootSet(Class<?>... programs) {
        this.pace = Pace.AS_DECLARED;
        this.classNames = List.of(programs).stream().map(Class::getName).toList();
    }

    BootSet(Pace pace, BootSet other) {
        this.pace = pace;
        this.classNames = other.classNames;
    }

    /** Returns how patient the image is with its drivers. */
    public Pace pace() {
        return pace;
    }

    /** Returns the size of the system volume that its images have if nobody asks for another, in MiB. */
    public int volumeMegabytes() {
        return this == SHIPPING || this == INSTALLING ? VolumeContents.USUAL_MEGABYTES : VolumeContents.NONE;
    }

    /** Returns the names with dots of the program classes, for {@link SystemDescription#of}. */
    public List<String> classNames() {
        return classNames;
    }
}
