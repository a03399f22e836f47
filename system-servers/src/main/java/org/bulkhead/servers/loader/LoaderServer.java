package org.bulkhead.servers.loader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.LoadsModules;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.LoaderDispatcher;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.ImageInfo;

/** The isolate that loads programs. */
@Server(name = Loader.SERVICE, serves = Loader.class, rank = Rank.LOADER, start = StartMode.BOOT)
@UsesService({Files.SERVICE, Supervision.SERVICE})
@LoadsModules
@Limits(heap = "192M", cpu = "80%")
public final class LoaderServer implements Isolate {
    private final LoaderService service;

    /** Makes the server. */
    public LoaderServer(Grants grants) {
        Services services = new Services(grants);
        Files files = services.connect(Files.SERVICE, Files.class);
        byte[] identity = identity();
        service = new LoaderService(files, services.connect(Supervision.SERVICE, Supervision.class), new SystemLibrary(new FileStore(files), identity), new NucleusMapping(), identity,
            () -> Magic.timestamp());
    }

    /** Returns the identity of the image that runs, as its model and modules have it. */
    private static byte[] identity() {
        return ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(ImageInfo.identityLow).putLong(ImageInfo.identityHigh).array();
    }

    @Override
    public void run() {
        IdleCollection collecting = new IdleCollection(new LoaderDispatcher(service));
        new ServiceLoop(collecting, collecting).run();
    }
}
