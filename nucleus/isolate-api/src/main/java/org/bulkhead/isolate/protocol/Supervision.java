package org.bulkhead.isolate.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.message.LeaseAccess;

/** What the supervisor does for others. */
@Protocol(version = 4)
public interface Supervision {
    /** Name of the service. */
    String SERVICE = "supervisor";
    /** Most bytes of a complaint. */
    int COMPLAINT_LIMIT = SupervisionEvent.TEXT_LIMIT;
    /** Number of the last events that are kept. */
    int EVENTS_KEPT = 32;
    /** Most bytes of the manifest of a program that is installed. */
    int MANIFEST_LIMIT = 2048;
    /** Most bytes of a death's record that one request returns. */
    int RECORD_PIECE = 64;

    /**
     * {@return the isolate in place {@code index} of the nucleus's table, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    IsolateInfo isolate(int index);

    /**
     * {@return component number {@code index} of the image, in the order of their programs, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    ComponentInfo component(int index);

    /**
     * {@return the queue in place {@code index} of the nucleus's table, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    QueueInfo queue(int index);

    /**
     * {@return the name of the service whose queue is in place {@code index} of the nucleus's table, or null if it is no service's}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    String service(int index);

    /**
     * {@return what is in place {@code index} of the handle table of the isolate in place {@code isolate}, or null beyond the last of either}
     *
     * @param isolate place in the nucleus's table, from 0 on
     * @param index place in the isolate's table, from 0 on
     */
    @Idempotent
    @Nullable
    HandleInfo handle(int isolate, int index);

    /**
     * {@return an interrupt line, 0 to 15, or null for other numbers}
     *
     * @param number of the line
     */
    @Idempotent
    @Nullable
    LineInfo line(int number);

    /** {@return how much memory there is} */
    @Idempotent
    MemoryInfo memory();

    /** {@return how many deaths there have been since boot: the number of the next} */
    @Idempotent
    int deaths();

    /**
     * {@return death number {@code sequence}, counted from 0 since boot, or null if it has not happened or is forgotten}
     *
     * @param sequence number of the death
     */
    @Idempotent
    @Nullable
    DeathInfo death(int sequence);

    /**
     * Kills the isolate of that name; if it is permanent it comes back.
     *
     * @param name of the program
     * @throws SupervisionException if there is no such program, it is not alive, or it is the supervisor
     */
    void kill(String name) throws SupervisionException;

    /**
     * Starts a program that is not running, also one that was given up, with a number as its argument.
     *
     * @param name of the program
     * @param argument which the isolate gets as {@link org.bulkhead.isolate.Grants#argument}
     * @throws SupervisionException if there is no such program, it runs already, or it cannot be started now: its PCI function is missing
     */
    void start(String name, long argument) throws SupervisionException;

    /**
     * Ends the isolate of that name if it lives, and starts it (again) at once, whatever its manifest says about restarts and delays.
     *
     * @param name of the program
     * @throws SupervisionException if there is no such program, it is the supervisor, or it cannot be started now: its PCI function is missing
     */
    void restart(String name) throws SupervisionException;

    /**
     * Ends the isolate of that name, or its waiting for a restart, and leaves it down until {@link #start}: until then every request to its service is answered with OFFLINE at once.
     *
     * @param name of the program
     * @throws SupervisionException if there is no such program, it is neither alive nor about to be started, or it is the supervisor
     */
    void down(String name) throws SupervisionException;

    /**
     * {@return {@link #RECORD_PIECE} bytes, or what is left of it, of the {@link org.bulkhead.nucleus.abi.DeathRecord} of death number {@code sequence}, from {@code offset} on; null if it
     * has not happened or is forgotten}
     *
     * @param sequence number of the death
     * @param offset in bytes from the record's start
     */
    @Idempotent
    @Nullable
    @MaxLength(RECORD_PIECE)
    byte[] deathRecord(int sequence, int offset);

    /**
     * {@return whether the program of that name is alive, or about to be restarted}
     *
     * @param name of the program
     * @throws SupervisionException if there is no such program
     */
    @Idempotent
    boolean isRunning(String name) throws SupervisionException;

    /**
     * {@return a piece of the system's log from byte {@code offset} since boot on, or from the oldest text that is kept if that is later}
     *
     * @param offset bytes since boot
     */
    @Idempotent
    LogPiece log(long offset);

    /** {@return the offset in the log from which on the nucleus no longer wrote it to the serial line by itself} */
    @Idempotent
    long logOffset();

    /**
     * Is told by the PCI server of a function of the bus. Returns the number of the program that drives it, or -1 if none does.
     *
     * @param function what was found
     * @return the number, or -1
     * @throws SupervisionException if somebody else tells it
     */
    @Idempotent
    int pciFunctionFound(PciFunction function) throws SupervisionException;

    /**
     * Is told by the PCI server that it has reported all functions: now drivers are started, with their function or without.
     *
     * @throws SupervisionException if somebody else tells it
     */
    @Idempotent
    void pciComplete() throws SupervisionException;

    /**
     * {@return the PCI function at an address as it was first reported, or null: what a PCI server need not find out again after a restart}
     *
     * @param address bus, device and function, as in {@link PciFunction#address}
     */
    @Idempotent
    @Nullable
    PciFunction pciFunction(int address);

    /**
     * {@return the PCI function that was reported as number {@code index}, from 0 on, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    PciFunction pciDevice(int index);

    /**
     * {@return the name of the program that drives the PCI function that was reported as number {@code index}, or null}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    String pciDriver(int index);

    /**
     * Switches the machine off; {@code status} is passed to an emulator. Does not return.
     *
     * @param status 0 to 255
     */
    void halt(int status);

    /** Starts the machine anew. Does not return. */
    void reboot();

    /**
     * {@return how component number {@code index} is doing, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    ComponentStatus status(int index);

    /** {@return how many events there have been since boot: the number of the next} */
    @Idempotent
    int events();

    /**
     * {@return event number {@code number}, counted from 0 since boot, or null if it has not happened or is forgotten: the last {@link #EVENTS_KEPT} are kept}
     *
     * @param number of the event
     */
    @Idempotent
    @Nullable
    SupervisionEvent event(int number);

    /**
     * Complains about a component that answers, but wrongly: it is ended for {@link org.bulkhead.nucleus.abi.DeathReason#COMPLAINT} and started again as after any failure. A successor that
     * has not begun to serve is no subject of complaints, so one that comes late does not hit it.
     *
     * @param name of the component
     * @param why one sentence for people, at most {@link #COMPLAINT_LIMIT} bytes; it is in the log and in the component's history
     * @throws SupervisionException if the caller's manifest does not name the component in {@code @ComplainsAbout}, or it does not live, or has not begun to serve
     */
    void complain(String name, @MaxLength(COMPLAINT_LIMIT) String why) throws SupervisionException;

    /** Sign of life of a component whose manifest has {@code @Limits(heartbeat)}: if it does not come for two such times, the component is ended for HEARTBEAT_LATE. */
    @OneWay
    void alive();

    /**
     * {@return the death about which the calling recovery program is to decide}
     *
     * @param number of the case, which the program was started with as its argument
     * @throws SupervisionException if it is not the caller's to decide, or is decided already
     */
    @Idempotent
    RecoveryCase recoveryCase(int number) throws SupervisionException;

    /**
     * Decides that the component is started again. The program may also wait by itself first, but for all it does it has 10 seconds.
     *
     * @param number of the case
     * @param delayMillis delay from now on in milliseconds, 0 or more
     * @throws SupervisionException if it is not the caller's to decide, or is decided already
     */
    void recoverByRestart(int number, int delayMillis) throws SupervisionException;

    /**
     * Decides that the component is given up: its service answers OFFLINE.
     *
     * @param number of the case
     * @throws SupervisionException if it is not the caller's to decide, or is decided already
     */
    void recoverByGivingUp(int number) throws SupervisionException;

    /**
     * Decides that the component is given up, and another one started.
     *
     * @param number of the case
     * @param other name of the component to start, which may run already
     * @throws SupervisionException if it is not the caller's to decide, or is decided already, or there is no such other component, or it cannot be started
     */
    void recoverByStarting(int number, String other) throws SupervisionException;

    /**
     * Ends the isolate of that name between two requests, at rest, and starts it again; if it has not ended within 2 s it is killed.
     *
     * @param name of the program
     * @throws SupervisionException if there is no such program, it does not live, it serves nothing, it is the supervisor, or it is being updated
     */
    void refresh(String name) throws SupervisionException;

    /**
     * Puts another version of a component in the place of the one that runs, while its clients go on; answers when the new one is ready to serve. Requests that wait stay in the queue. If the old one is
     * {@link org.bulkhead.isolate.Updatable} it comes to rest between two requests and leaves its state, and if anything fails it goes on; otherwise it is ended. If the component does not live, the version
     * is the one that is started next. Takes at most a little more than 4 s.
     *
     * @param name of the component
     * @param version name of the program, or an empty text for the one after that which runs; a component with one version gets that one afresh
     * @return what came of it
     * @throws SupervisionException if there is no such component or version, it is the supervisor, another update is under way, or the update failed: the text says at what, and that the old version goes on
     */
    @Deferred
    UpdateResult update(String name, String version) throws SupervisionException;

    /**
     * Has a component do something wrong at its next receive, for trying out its recovery.
     *
     * @param name of the program, which may be the supervisor
     * @param fault what it is to do
     * @throws SupervisionException if there is no such program, it does not live, it serves nothing, or it is being updated
     */
    void inject(String name, InjectedFault fault) throws SupervisionException;

    /**
     * {@return the name of version number {@code index} of a component, its own program being number 0, or null beyond the last, or if there is no such component}
     *
     * @param name of the component
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    String version(String name, int index);

    /**
     * Installs a program that the image does not have: from now on it is a component like any other, restarted from its module without anybody's help. It is started at once if its manifest says
     * {@link org.bulkhead.isolate.manifest.StartMode#BOOT}.
     *
     * @param source where it came from, for people: the path of a jar or sealed module
     * @param manifest of the program, as {@link org.bulkhead.isolate.manifest.ManifestCodec} writes it
     * @param module its sealed module, which is the supervisor's from now on, whatever comes of it
     * @return the number of the program
     * @throws SupervisionException and nothing has changed: the manifest does not decode, asks for a right that policy refuses or that another has, names a service that is not there, or a name that is taken;
     *     the handle names no sealed module; there is no room for another program; its PCI function is missing
     */
    int install(@MaxLength(Loader.PATH_LIMIT) String source, @Lent(value = LeaseAccess.READ, max = MANIFEST_LIMIT) ByteBuffer manifest, Handle module) throws SupervisionException;

    /**
     * Installs a program as a version of a component, and updates the component to it as {@link #update} does. The version from which it came is kept for {@link #rollback}; those before it that had
     * been installed are removed.
     *
     * @param name of the component, of the image or installed
     * @param source where the version came from, for people: the path of a jar or sealed module
     * @param manifest of the program, as {@link org.bulkhead.isolate.manifest.ManifestCodec} writes it; whether it says that it is a version does not matter, and if its name is taken the version gets another
     * @param module its sealed module, which is the supervisor's from now on, whatever comes of it
     * @return what came of it
     * @throws SupervisionException as {@link #install} and {@link #update}: the version that ran goes on, and the new one is not installed
     */
    @Deferred
    UpdateResult updateTo(@MaxLength(Loader.NAME_LIMIT) String name, @MaxLength(Loader.PATH_LIMIT) String source, @Lent(value = LeaseAccess.READ, max = MANIFEST_LIMIT) ByteBuffer manifest, Handle module) throws SupervisionException;

    /**
     * Updates a component to the version from which its last update came. If the version that ran until now had been installed, it is removed.
     *
     * @param name of the component
     * @return what came of it
     * @throws SupervisionException as {@link #update}, or there is no version before
     */
    @Deferred
    UpdateResult rollback(String name) throws SupervisionException;

    /**
     * Ends a component that had been installed, and removes it with all its versions; its modules are gone when nobody else has a handle to them.
     *
     * @param name of the component
     * @throws SupervisionException and nothing has changed: there is no such component, it is of the image, another one uses its service, or it is being updated
     */
    void uninstall(String name) throws SupervisionException;

    /**
     * {@return number {@code index} of the programs that were installed, in the order of their numbers, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    InstalledProgram installed(int index);

    /**
     * {@return where number {@code index} of the programs that were installed came from, as whoever installed it said, or null beyond the last}
     *
     * @param index as in {@link #installed}
     */
    @Idempotent
    @Nullable
    @MaxLength(Loader.PATH_LIMIT)
    String source(int index);
}
