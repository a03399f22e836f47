package org.bulkhead.isolate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.ManifestFormatException;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.message.MessageQueue;

/** What this isolate was given: the rights that its manifest names, and what its starter said. */
public final class Grants {
    private final Manifest[] system;
    private final Manifest manifest;
    private final int incarnation;
    private final long argument;
    private final String configuration;
    private final PortAccess portAccess;
    private final WindowAccess windowAccess;
    /** Those that can be taken away and given back. */
    private final List<GrantedHandle> handles = new ArrayList<>();
    private boolean givenBack;

    /**
     * Makes the grants of program {@code program} of the system, whose ports are reached through {@code portAccess}.
     *
     * @param system manifests of all programs of the image, by program number
     * @param program number of the isolate's own program, an index in {@code system}
     * @param incarnation how often it was started before
     * @param argument number that whoever has it started passes on
     * @param portAccess how ports are reached
     */
    public Grants(Manifest[] system, int program, int incarnation, long argument, PortAccess portAccess) {
        this(system, program, incarnation, argument, portAccess, WindowAccess.byProcessor());
    }

    /**
     * As the other, with device memory that is reached through {@code windowAccess}.
     *
     * @param system manifests of all programs of the image, by program number
     * @param program number of the isolate's own program, an index in {@code system}
     * @param incarnation how often it was started before
     * @param argument number that whoever has it started passes on
     * @param portAccess how ports are reached
     * @param windowAccess how device memory is reached
     */
    public Grants(Manifest[] system, int program, int incarnation, long argument, PortAccess portAccess, WindowAccess windowAccess) {
        this(system, program, incarnation, argument, "", portAccess, windowAccess);
    }

    private Grants(Manifest[] system, int program, int incarnation, long argument, String configuration, PortAccess portAccess, WindowAccess windowAccess) {
        this.system = system;
        this.manifest = system[program];
        this.incarnation = incarnation;
        this.argument = argument;
        this.configuration = configuration;
        this.portAccess = portAccess;
        this.windowAccess = windowAccess;
    }

    /**
     * {@return the grants of an isolate in an image}
     *
     * @param system manifests of all programs of the image, by program number
     * @param program number of the isolate's own program, an index in {@code system}
     * @param incarnation how often it was started before
     * @param argument number that whoever has it started passes on
     * @param configuration text that whoever built the image gave to the program
     */
    public static Grants of(Manifest[] system, int program, int incarnation, long argument, String configuration) {
        return new Grants(system, program, incarnation, argument, configuration, ProcessorPorts.INSTANCE, WindowAccess.byProcessor());
    }

    /**
     * {@return the grants of an isolate whose program is no part of the image but was installed}
     *
     * @param manifest its manifest as {@link org.bulkhead.isolate.manifest.ManifestCodec} writes it, a character for each byte
     * @param program number of the program
     * @param incarnation how often it was started before
     * @param argument number that whoever has it started passes on
     * @throws IllegalStateException if it is no manifest
     */
    public static Grants installed(String manifest, int program, int incarnation, long argument) {
        try {
            return ofModule(ManifestCodec.decode(program, manifest.getBytes(StandardCharsets.ISO_8859_1)), incarnation, argument);
        } catch (ManifestFormatException e) {
            throw new IllegalStateException("the module's manifest is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the grants of an isolate that runs a module: it knows its own manifest, and no other}
     *
     * @param manifest its own
     * @param incarnation how often it was started before
     * @param argument number that whoever has it started passes on
     */
    public static Grants ofModule(Manifest manifest, int incarnation, long argument) {
        return of(new Manifest[] {manifest}, 0, incarnation, argument, "");
    }

    /** {@return the manifests of all programs of the image by program number: what a supervisor starts; of an isolate that runs a module, its own} */
    public Manifest[] system() {
        return system.clone();
    }

    /** {@return the manifest itself} */
    public Manifest manifest() {
        return manifest;
    }

    /** {@return how often this isolate has been restarted, 0 for its first life} */
    public int incarnation() {
        return incarnation;
    }

    /** {@return the number that whoever had it started passed on} */
    public long argument() {
        return argument;
    }

    /** {@return the text that whoever built the image gave to this program; empty if none, as always in the testkit} */
    public String configuration() {
        return configuration;
    }

    /**
     * {@return the port range that the manifest gives that name}
     *
     * @param name as in {@code @Ports}
     * @throws IllegalArgumentException if there is none
     */
    public PortRange ports(String name) {
        for (PortGrant each : manifest.ports()) {
            if (each.name().equals(name)) {
                return new PortRange(each, portAccess);
            }
        }
        throw new IllegalArgumentException(manifest.name() + " has no ports named " + name + ": add them to @UsesPorts");
    }

    /**
     * {@return the window on device memory that the manifest gives that name}
     *
     * @param name as in {@code @Window}
     * @throws IllegalArgumentException if there is none
     */
    public DeviceWindow window(String name) {
        int handle = manifest.windowHandle(name);
        if (handle == 0) {
            throw new IllegalArgumentException(manifest.name() + " has no window named " + name + ": add it to @UsesWindow");
        }
        return new DeviceWindow(Nucleus.handleInfo(number(handle)), windowAccess);
    }

    /**
     * {@return the memory that the nucleus keeps from one incarnation of this isolate to the next}
     *
     * @throws IllegalArgumentException if the manifest does not ask for it
     */
    public RawBuffer keptMemory() {
        if (!manifest.keepsMemory()) {
            throw new IllegalArgumentException(manifest.name() + " has no kept memory: add @KeepsMemory");
        }
        return RawBuffer.kept(manifest.keptMemoryHandle());
    }

    /**
     * {@return an interrupt line}
     *
     * @param line number of the line, 0 to 15
     * @throws IllegalArgumentException if the manifest does not name it
     */
    public InterruptLine interrupt(int line) {
        int handle = manifest.interruptHandle(line);
        if (handle == 0) {
            throw new IllegalArgumentException(manifest.name() + " has no interrupt " + line + ": add it to @UsesInterrupt");
        }
        return new InterruptLine(line, granted(handle));
    }

    /**
     * {@return the PCI function that the manifest gives that name; empty if it is optional and the machine has none}
     *
     * @param name as in {@code @UsesPci}
     * @throws IllegalArgumentException if the manifest does not name it
     */
    public Optional<PciDevice> pci(String name) {
        if (manifest.pci() == null || !manifest.pci().name().equals(name)) {
            throw new IllegalArgumentException(manifest.name() + " has no PCI function named " + name + ": add it to @UsesPci");
        }
        return Nucleus.hasHandle(manifest.firstPciHandle()) ? Optional.of(new PciDevice(this, portAccess, windowAccess)) : Optional.empty();
    }

    /**
     * {@return this isolate's part in live updates, for its {@link org.bulkhead.isolate.message.ServiceLoop}} To be called once.
     *
     * @param isolate which is to come to rest when the supervisor asks
     */
    public Parking parking(Updatable isolate) {
        return new Parking(isolate, this);
    }

    /** Returns the number by which a place of the isolate's table is known now. */
    int number(int index) {
        return givenBack ? Nucleus.latest(index) : index;
    }

    /** Is told that the supervisor has taken handles away and given them back. */
    void handlesWereGivenBack() {
        givenBack = true;
        for (GrantedHandle each : handles) {
            each.refresh();
        }
    }

    /** Returns the handle that was granted in a place of the isolate's table, for use as long as the isolate lives. */
    GrantedHandle granted(int index) {
        GrantedHandle handle = new GrantedHandle(number(index));
        handles.add(handle);
        return handle;
    }

    /**
     * {@return the queue of another service}
     *
     * @param service as in {@code @UsesService} or {@code @SendsTo}
     * @throws IllegalArgumentException if the manifest does not name it
     */
    public MessageQueue queue(String service) {
        int handle = manifest.serviceHandle(service);
        if (handle == 0) {
            throw new IllegalArgumentException(manifest.name() + " does not use the service " + service + ": add it to @UsesService");
        }
        return new MessageQueue(handle, service);
    }
}
