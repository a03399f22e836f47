package org.bulkhead.drivers.pci;

import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciBusDispatcher;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Finds the functions on the PCI bus and tells the supervisor, which starts their drivers; then answers questions about them. */
@Driver(name = PciBus.SERVICE, rank = Rank.BUS, serves = PciBus.class)
@UsesPorts(@Ports(name = "configuration", first = 0xCF8, count = 8))
@UsesService(Supervision.SERVICE)
@Limits(heap = "512K", cpu = "50%", queue = 64, request = "2s", run = "2s", queued = "2s")
public final class PciServer implements Isolate, PciBus {
    private static final int NO_PROGRAM = -1;

    private final ConfigurationSpace space;
    private final Supervision supervision;
    private final Manifest[] system;
    private final int incarnation;
    private final ServiceLoop loop = new ServiceLoop(new PciBusDispatcher(this), bits -> { });
    private List<PciFunction> functions = List.of();
    private int[] drivers = {};

    public PciServer(Grants grants) {
        space = new ConfigurationSpace(grants.ports("configuration"));
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
        system = grants.system();
        incarnation = grants.incarnation();
    }

    @Override
    public void run() {
        functions = new Enumeration(space, supervision::pciFunction).run();
        drivers = new int[functions.size()];
        try {
            for (int i = 0; i < drivers.length; i++) {
                drivers[i] = supervision.pciFunctionFound(functions.get(i));
                if (drivers[i] != NO_PROGRAM) {
                    enable(functions.get(i), system[drivers[i]]);
                }
            }
            supervision.pciComplete();
        } catch (SupervisionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        if (incarnation == 0) {
            Log.line("pci: " + drivers.length + " functions");
        }
        loop.run();
    }

    /** Lets a function answer at its addresses, and master the bus if that is what its driver asks for; the driver is started afterwards. */
    private void enable(PciFunction function, Manifest driver) {
        int master = driver.pci().mastersBus() ? ConfigurationSpace.COMMAND_BUS_MASTER : 0;
        space.command(function.address(), ConfigurationSpace.COMMAND_PORTS | ConfigurationSpace.COMMAND_MEMORY | master, 0);
    }

    @Override
    public PciFunction function(int index) {
        return index < 0 || index >= functions.size() ? null : functions.get(index);
    }

    @Override
    public int driver(int index) {
        return index < 0 || index >= drivers.length ? NO_PROGRAM : drivers[index];
    }

    @Override
    public int configuration(int offset) throws DeviceException {
        if (offset < 0 || offset >= ConfigurationSpace.SIZE || offset % Integer.BYTES != 0) {
            throw new DeviceException("no configuration register at " + offset + ": use a multiple of 4 below " + ConfigurationSpace.SIZE);
        }
        return space.read(callersFunction(), offset);
    }

    @Override
    public void busMastering(BusMastering mode) throws DeviceException {
        switch (mode) {
            case ON -> space.command(callersFunction(), ConfigurationSpace.COMMAND_BUS_MASTER, 0);
            case OFF -> space.command(callersFunction(), 0, ConfigurationSpace.COMMAND_BUS_MASTER);
        }
    }

    private int callersFunction() throws DeviceException {
        for (int i = 0; i < drivers.length; i++) {
            if (drivers[i] == loop.caller()) {
                return functions.get(i).address();
            }
        }
        throw new DeviceException("the caller drives no PCI function");
    }
}
