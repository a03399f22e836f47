package org.bulkhead.isolate;

import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;

/** The PCI function that this isolate drives: what lies behind its base address registers, as far as the manifest names it, and its interrupt line. */
public final class PciDevice {
    private final Grants grants;
    private final Manifest manifest;
    private final PortAccess portAccess;
    private final WindowAccess windowAccess;

    PciDevice(Grants grants, PortAccess portAccess, WindowAccess windowAccess) {
        this.grants = grants;
        this.manifest = grants.manifest();
        this.portAccess = portAccess;
        this.windowAccess = windowAccess;
    }

    /**
     * {@return the ports that the manifest gives that name}
     *
     * @param name as in {@code @PciBar}
     * @throws IllegalArgumentException if there are none
     */
    public PortRange ports(String name) {
        HandleInfo found = Nucleus.handleInfo(grants.number(handle(name, BarKind.PORTS)));
        return new PortRange(new PortGrant(name, (int) found.a(), (int) found.b()), portAccess);
    }

    /**
     * {@return the window on device memory that the manifest gives that name}
     *
     * @param name as in {@code @PciBar}
     * @throws IllegalArgumentException if there is none
     */
    public DeviceWindow window(String name) {
        return new DeviceWindow(Nucleus.handleInfo(grants.number(handle(name, BarKind.MEMORY))), windowAccess);
    }

    /**
     * {@return the DMA channel that the manifest gives that name, in quarantine}
     *
     * @param name as in {@code @PciBar}
     * @throws IllegalArgumentException if there is none
     */
    public DmaChannel dma(String name) {
        return new DmaChannel(grants.granted(handle(name, BarKind.DMA)), name);
    }

    /**
     * {@return the interrupt line}
     *
     * @throws IllegalArgumentException if the manifest does not ask for it
     */
    public InterruptLine interrupt() {
        if (!manifest.pci().interrupt()) {
            throw new IllegalArgumentException(manifest.name() + " does not use the interrupt of its PCI function: leave out interrupt = false in @UsesPci");
        }
        int handle = manifest.firstPciHandle();
        return new InterruptLine((int) Nucleus.handleInfo(grants.number(handle)).a(), grants.granted(handle));
    }

    private int handle(String name, BarKind kind) {
        int handle = manifest.firstPciHandle() + (manifest.pci().interrupt() ? 1 : 0);
        for (BarGrant each : manifest.pci().bars()) {
            if (each.name().equals(name) && each.kind() == kind) {
                return handle;
            }
            handle++;
        }
        throw new IllegalArgumentException(manifest.name() + " has no bar named " + name + " with the kind " + kind + ": add it to @UsesPci");
    }
}
