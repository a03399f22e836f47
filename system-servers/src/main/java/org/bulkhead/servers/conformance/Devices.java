package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.SystemCall;

/** Memory of devices, and channels of bus masters, of which an isolate sees no more than its own buffer. */
final class Devices {
    /** The VGA's text memory; its last page is behind what the screen shows. */
    private static final long SCREEN = 0xB_8000;
    private static final int SCREEN_BYTES = 0x8000;
    private static final int PAGE = 4096;
    /** Ports at which there is no device: what is started there goes nowhere. */
    private static final int CHANNEL = 0xEF00;
    private static final int BUFFER = 2 * PAGE;

    private Devices() {}

    static void add(Suite suite) {
        suite.that("a window shows a device's memory, to one isolate at a time", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            Actor other = stage.actor(Part.server("other"));
            long handle = stage.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
            long place = place(handle) + SCREEN_BYTES - PAGE;
            driver.does("store", Deed.TRY_STORE, place, 0x0741_0742).is(0);
            driver.does("load", Deed.TRY_LOAD, place).is(0x0741_0742);
            stage.tryGrant(other, GrantKind.DEVICE_WINDOW, SCREEN + PAGE, PAGE).is(ErrorCode.ALREADY_GRANTED);
            other.does("load", Deed.TRY_LOAD, place).is(Deed.NOT_MAPPED);
            stage.kill(driver);
            stage.grant(other, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
            other.does("load", Deed.TRY_LOAD, place).is(0x0741_0742);
        });
        suite.that("a window that is taken back is an exception for whoever touches it", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            long handle = stage.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
            driver.does("load", Deed.TRY_LOAD, place(handle) + SCREEN_BYTES - Long.BYTES).get();
            stage.does("isolate-revoke", SystemCall.ISOLATE_REVOKE, driver.strings().isolate(), handle).is(0);
            driver.does("load", Deed.TRY_LOAD, place(handle) + SCREEN_BYTES - Long.BYTES).is(Deed.NOT_MAPPED);
        });
        suite.that("memory of the machine is no device's", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            for (long memory : new long[] {0, 0x9000, AddressSpaceLayout.IMAGE_START, 32L << 20}) {
                stage.tryGrant(driver, GrantKind.DEVICE_WINDOW, memory, PAGE).is(ErrorCode.BAD_ADDRESS);
            }
            stage.tryGrant(driver, GrantKind.DEVICE_WINDOW, SCREEN + 8, PAGE).is(ErrorCode.BAD_ARGUMENT);
        });
        suite.that("a DMA channel is in quarantine until its device is reset, for every holder anew", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            long handle = stage.grant(driver, GrantKind.DMA, CHANNEL, BUFFER);
            driver.does("dma-start", SystemCall.DMA_START, handle, SystemCall.DMA_TO_MEMORY, 0, 512).is(ErrorCode.QUARANTINED);
            driver.does("load", Deed.TRY_LOAD, place(handle)).is(Deed.NOT_MAPPED);
            long buffer = driver.does("dma-ready", SystemCall.DMA_READY, handle).get();
            driver.does("store", Deed.TRY_STORE, buffer, 4711).is(0);
            driver.does("dma-start", SystemCall.DMA_START, handle, SystemCall.DMA_TO_MEMORY, 0, 512).is(0);
            driver.does("dma-stop", SystemCall.DMA_STOP, handle).get();
            stage.kill(driver);
            Actor successor = stage.actor(Part.server("successor"));
            stage.tryGrant(successor, GrantKind.PORTS, CHANNEL, 8).is(ErrorCode.ALREADY_GRANTED);
            handle = stage.grant(successor, GrantKind.DMA, CHANNEL, BUFFER);
            successor.does("load", Deed.TRY_LOAD, place(handle)).is(Deed.NOT_MAPPED);
            successor.does("dma-start", SystemCall.DMA_START, handle, SystemCall.DMA_FROM_MEMORY, 0, 512).is(ErrorCode.QUARANTINED);
            buffer = successor.does("dma-ready", SystemCall.DMA_READY, handle).get();
            successor.does("load", Deed.TRY_LOAD, buffer).is(0);
            successor.does("load", Deed.TRY_LOAD, buffer + BUFFER).is(Deed.NOT_MAPPED);
        });
        suite.that("a transfer stays within its buffer", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            long handle = stage.grant(driver, GrantKind.DMA, CHANNEL, BUFFER);
            driver.does("dma-ready", SystemCall.DMA_READY, handle).get();
            for (long[] wrong : new long[][] {{0, 0}, {1, 2}, {0, 3}, {-2, 4}, {BUFFER, 2}, {BUFFER - 2, 4}, {2, Long.MAX_VALUE - 1}}) {
                driver.does("dma-start", SystemCall.DMA_START, handle, SystemCall.DMA_TO_MEMORY, wrong[0], wrong[1]).is(ErrorCode.BAD_ARGUMENT);
            }
        });
    }

    /** Returns where the handle, the first in its place of the table, shows memory. */
    private static long place(long handle) {
        return AddressSpaceLayout.WINDOWS_START + handle * AddressSpaceLayout.WINDOW_SIZE;
    }
}
