package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Lines and ports of devices; the device is the clock chip, whose periodic interrupt comes 1,024 times a second. (Motorola MC146818A.) */
final class Interrupts {
    private static final int LINE = 8;
    private static final int INDEX_PORT = 0x70;
    private static final int DATA_PORT = 0x71;
    private static final int REGISTER_B = 0x0B;
    private static final int REGISTER_C = 0x0C;
    private static final int PERIODIC = 0x40;
    private static final int NO_LINE = 16;
    private static final int CLOCK_LINE = 0;
    private static final int CASCADE_LINE = 2;

    private Interrupts() {}

    static void add(Suite suite) {
        suite.that("a line that has notified is masked until it is done", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            long line = drive(stage, driver);
            periodic(driver, PERIODIC);
            isInterrupted(stage, driver);
            acknowledge(driver);
            stage.pass(4);
            driver.isTold();
            driver.does("interrupt-done", SystemCall.INTERRUPT_DONE, line).is(0);
            acknowledge(driver);
            isInterrupted(stage, driver);
            periodic(driver, 0);
        });
        suite.that("a line that storms does not keep others from running", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            drive(stage, driver);
            periodic(driver, PERIODIC);
            stage.pass(4);
            Actor other = stage.client();
            other.does("calculate", Deed.CALCULATE, 5, 100).is(Numbers.sum(5, 100));
            periodic(driver, 0);
        });
        suite.that("the line of a dead driver is masked, and goes to its successor", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            drive(stage, driver);
            periodic(driver, PERIODIC);
            stage.kill(driver);
            stage.pass(4);
            Actor successor = stage.actor(Part.server("successor"));
            drive(stage, successor);
            acknowledge(successor);
            isInterrupted(stage, successor);
            periodic(successor, 0);
        });
        suite.that("a line and a port have one owner, and the nucleus keeps its own", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            drive(stage, driver);
            Actor other = stage.actor(Part.server("other"));
            stage.tryGrant(other, GrantKind.INTERRUPT, LINE, LINE).is(ErrorCode.ALREADY_GRANTED);
            stage.tryGrant(other, GrantKind.INTERRUPT, CLOCK_LINE, 0).is(ErrorCode.ALREADY_GRANTED);
            stage.tryGrant(other, GrantKind.INTERRUPT, CASCADE_LINE, 2).is(ErrorCode.ALREADY_GRANTED);
            stage.tryGrant(other, GrantKind.INTERRUPT, NO_LINE, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.tryGrant(other, GrantKind.PORTS, DATA_PORT, 1).is(ErrorCode.ALREADY_GRANTED);
            stage.tryGrant(other, GrantKind.PORTS, 0x20, 1).is(ErrorCode.ALREADY_GRANTED);
            stage.tryGrant(other, GrantKind.PORTS, 0xFFFF, 2).is(ErrorCode.BAD_ARGUMENT);
        });
    }

    /** Gives a puppet the clock chip; returns the handle of its line. */
    private static long drive(Stage stage, Actor driver) {
        stage.grant(driver, GrantKind.PORTS, INDEX_PORT, 2);
        return stage.grant(driver, GrantKind.INTERRUPT, LINE, LINE);
    }

    /** The driver must be told of the line's interrupt. */
    private static void isInterrupted(Stage stage, Actor driver) {
        driver.begins(SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, driver.message(), Long.MAX_VALUE);
        stage.awaits(driver, "receive").is(MessageLayout.RECEIVED_NOTIFICATION);
        Failure.unlessEqual("bits", 1L << LINE, driver.content());
    }

    /** Switches the periodic interrupt on or off. */
    private static void periodic(Actor driver, int bit) {
        driver.does("out", Deed.OUT, INDEX_PORT, REGISTER_B).is(0);
        long now = driver.does("in", Deed.IN, DATA_PORT).get();
        driver.does("out", Deed.OUT, INDEX_PORT, REGISTER_B).is(0);
        driver.does("out", Deed.OUT, DATA_PORT, now & ~PERIODIC | bit).is(0);
        acknowledge(driver);
    }

    /** Reads what has happened, after which the chip can interrupt again. */
    private static void acknowledge(Actor driver) {
        driver.does("out", Deed.OUT, INDEX_PORT, REGISTER_C).is(0);
        driver.does("in", Deed.IN, DATA_PORT).get();
    }
}
