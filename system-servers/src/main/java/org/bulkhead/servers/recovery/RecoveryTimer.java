package org.bulkhead.servers.recovery;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.manifest.ComplainsAbout;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.servers.plan.PlanLine;
import org.bulkhead.vm.magic.Magic;

/**
 * Makes every driver fail, makes a request at once, and says how long it took until that was answered: {@code @recovery driver=… failure=… number=… reason=… noticed=… served=…}, with the ticks from the
 * order to fail to the death ({@code noticed}) and from there to the answer ({@code served}). The line at the start of disk 1 says how: {@code recovery series=ways} makes each driver fail in each way once,
 * {@code series=healthy} ten times in the same way with a healthy run between, {@code series=burst} ten times without.
 */
@Program(name = "recovery-timer", start = StartMode.BOOT)
@UsesService({"ata0", "uart0", "ps2", "vga0", "cmos0", "ne0", PciBus.SERVICE, Supervision.SERVICE})
@ComplainsAbout({"ata0", "uart0", "ps2", "vga0", "cmos0", "ne0", PciBus.SERVICE})
@Limits(heap = "2M")
@Restarts(RestartPolicy.TEMPORARY)
public final class RecoveryTimer implements Isolate {
    private static final int UNIT = 1;
    private static final int BLOCK_SIZE = 512;
    private static final int FAILURES = 10;
    /** Longer than the healthy run after which the supervisor forgives: ten times a delay of at most 1 s. */
    private static final long HEALTHY_NANOS = 11_000_000_000L;
    /** Longest wait for the supervisor's report of a death. */
    private static final long REPORT_NANOS = 100_000_000L;
    private static final String SERIES = "series";

    private final Supervision supervision;
    private final BlockDevice disk;
    private final ByteBuffer block = RawMemory.allocateBuffer(BLOCK_SIZE);
    private final List<Driver> drivers;

    public RecoveryTimer(Grants grants) {
        Services services = new Services(grants);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        disk = services.connect("ata0", BlockDevice.class);
        CharacterDevice line = services.connect("uart0", CharacterDevice.class);
        InputDevices input = services.connect("ps2", InputDevices.class);
        CharacterDevice screen = services.connect("vga0", CharacterDevice.class);
        Clock clock = services.connect("cmos0", Clock.class);
        NetworkInterface network = services.connect("ne0", NetworkInterface.class);
        PciBus bus = services.connect(PciBus.SERVICE, PciBus.class);
        byte[] character = {'.'};
        drivers = List.of(
            new Driver("ata0", () -> disk.read(UNIT, 0, block)),
            new Driver("uart0", () -> line.write(character)),
            new Driver("ps2", () -> refused(input)),
            new Driver("vga0", () -> screen.write(character)),
            new Driver("cmos0", clock::time),
            new Driver("ne0", network::address),
            new Driver(PciBus.SERVICE, () -> bus.function(0)));
    }

    /** Nobody types: that no bytes are refused is all that can be asked of the keyboard's driver. */
    private static void refused(InputDevices input) throws DeviceException {
        try {
            input.read(CharacterDevice.OLDEST, 0, Long.MAX_VALUE);
        } catch (RefusedException e) {
            return;
        }
        throw new DeviceException("a request for no bytes was not refused");
    }

    @Override
    public void run() {
        try {
            disk.read(UNIT, 0, block);
            String series = PlanLine.in(block, "recovery", new TreeSet<>(Set.of(SERIES))).text(SERIES, "");
            switch (series) {
                case "ways" -> ways();
                case "healthy" -> again(HEALTHY_NANOS);
                case "burst" -> again(0);
                default -> throw new IllegalArgumentException(SERIES + "=" + series + " in the plan: ways, healthy or burst is wanted");
            }
            Log.line("@scenario done");
            supervision.halt(0);
        } catch (DeviceException | SupervisionException | IllegalArgumentException e) {
            Log.line("recovery-timer: " + e.getMessage());
            supervision.halt(1);
        }
    }

    private void ways() throws DeviceException, SupervisionException {
        for (Failure each : Failure.values()) {
            for (Driver driver : drivers) {
                fail(driver, each, 1);
            }
            Notifications.sleep(HEALTHY_NANOS);
        }
    }

    private void again(long pauseNanos) throws DeviceException, SupervisionException {
        for (Driver driver : drivers) {
            for (int i = 1; i <= FAILURES; i++) {
                fail(driver, Failure.EXCEPTION, i);
                if (pauseNanos > 0) {
                    Notifications.sleep(pauseNanos);
                }
            }
        }
    }

    private void fail(Driver driver, Failure failure, int number) throws DeviceException, SupervisionException {
        // So that it is ready, and waits for requests.
        driver.request().make();
        int before = supervision.deaths();
        long ordered = Magic.timestamp();
        failure.cause(supervision, driver.name());
        request(driver);
        long served = Magic.timestamp();
        DeathInfo death = death(driver.name(), before);
        Log.line("@recovery driver=" + driver.name() + " failure=" + failure + " number=" + number + " reason=" + death.reason() + " died=" + death.faultTicks() + " noticed=" + (death.faultTicks() - ordered) + " served="
            + (served - death.faultTicks()));
    }

    /** Makes the request until it is answered: what is not idempotent ends with the driver, and is made again. */
    private static void request(Driver driver) throws DeviceException {
        while (true) {
            try {
                driver.request().make();
                return;
            } catch (OfflineException e) {
                throw new DeviceException(e.getMessage());
            } catch (NucleusException e) {
                // Made again.
                continue;
            }
        }
    }

    private DeathInfo death(String component, int from) throws SupervisionException {
        for (long waited = 0; waited < REPORT_NANOS; waited += REPORT_NANOS / 100) {
            for (int i = from; i < supervision.deaths(); i++) {
                DeathInfo death = supervision.death(i);
                if (death != null && death.name().equals(component)) {
                    return death;
                }
            }
            Notifications.sleep(REPORT_NANOS / 100);
        }
        throw new SupervisionException(component + " has not died");
    }
}
