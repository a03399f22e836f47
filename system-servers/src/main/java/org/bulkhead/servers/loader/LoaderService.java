package org.bulkhead.servers.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NoCreditException;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.ManifestFormatException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.Installation;
import org.bulkhead.isolate.protocol.LoadException;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.modules.ProgramJar;
import org.bulkhead.servers.loader.LoadTimes.Phase;
import org.bulkhead.vm.linker.module.ModuleFormatProblem;
import org.bulkhead.vm.linker.module.ModuleKey;
import org.bulkhead.vm.linker.module.SealedModule;
import org.bulkhead.vm.linker.module.SealedModuleInput;
import org.bulkhead.vm.linker.module.SealedPage;

/**
 * Loads programs: reads a jar, finds its sealed module in the cache or makes it, hands it to the nucleus, and what came of that to the supervisor. Until the supervisor has taken it nothing has changed that anybody sees, so
 * a loader that dies leaves nothing half done: the nucleus forgets the modules of the dead.
 */
final class LoaderService implements Loader {
    /** The program number that only decoding needs. */
    private static final int ANY = 0;
    /** Instead of the number of a program that became a version of a component. */
    private static final int A_VERSION = -1;

    private final FileStore files;
    private final Supervision supervision;
    private final Compiling compiling;
    private final Mapping mapping;
    private final ModuleCache cache;
    private final byte[] identity;
    private final LongSupplier clock;
    private final ByteBuffer manifestMemory = RawMemory.allocateBuffer(Supervision.MANIFEST_LIMIT);
    private byte[] refusal = new byte[0];

    /** Makes the service for the image of that identity; {@code clock} counts ticks. */
    LoaderService(Files files, Supervision supervision, Compiling compiling, Mapping mapping, byte[] identity, LongSupplier clock) {
        this.files = new FileStore(files, Files.MODULE_CACHE);
        this.supervision = supervision;
        this.compiling = compiling;
        this.mapping = mapping;
        this.identity = identity.clone();
        this.clock = clock;
        cache = new ModuleCache(files, this.files, identity);
    }

    @Override
    public Installation install(String path, String program) throws LoadException {
        return load(path, program, manifest -> requireName(program, manifest), (manifest, module) -> new Loaded(supervision.install(path, manifest, module), null));
    }

    @Override
    public Installation update(String component, String path) throws LoadException {
        return load(path, component, manifest -> { }, (manifest, module) -> new Loaded(A_VERSION, supervision.updateTo(component, path, manifest, module).to()));
    }

    private static void requireName(String name, Manifest manifest) throws ModuleException {
        if (!name.isEmpty() && !name.equals(manifest.name())) {
            throw new ModuleException("its program is named " + manifest.name() + ", not " + name + ": correct the name, or leave it out");
        }
    }

    /** What a program must be that is loaded. */
    private interface Demand {
        void check(Manifest manifest) throws ModuleException;
    }

    /** What is asked of the supervisor. */
    private interface Handover {
        Loaded send(ByteBuffer manifest, Handle module) throws SupervisionException;
    }

    /** A program's number, and the name that it has if that is not the one in its manifest. */
    private record Loaded(int program, String name) {}

    /** A module that the nucleus has, and where it came from. */
    private record Mapped(String name, byte[] manifest, Handle module, Installation.Origin origin, int pages, int methods) {}

    private Installation load(String path, String name, Demand demand, Handover handover) throws LoadException {
        LoadTimes times = new LoadTimes(clock);
        try {
            Mapped mapped = new Load(path, name, demand, times).map();
            Loaded loaded = handOver(handover, mapped.manifest, mapped.module);
            times.done(Phase.STARTING);
            String done = loaded.name == null ? mapped.name : loaded.name;
            Log.line("loader: " + done + " from " + path + ": " + mapped.pages + " pages, " + mapped.methods + " methods compiled; thousands of ticks: " + times);
            return new Installation(loaded.program, done, mapped.origin, mapped.pages, mapped.methods);
        } catch (IOException e) {
            // Its message begins with the path.
            throw refuse(e.getMessage());
        } catch (FileException | ModuleException | ModuleFormatProblem | ManifestFormatException | SupervisionException | NucleusException e) {
            throw refuse(path + ": " + e.getMessage());
        }
    }

    private Loaded handOver(Handover handover, byte[] manifest, Handle module) throws SupervisionException {
        try {
            return handover.send(manifestMemory.clear().put(manifest).flip(), module);
        } catch (NoCreditException | OfflineException e) {
            // It could not be sent, so it is still ours.
            module.close();
            throw e;
        }
    }

    /** How a file of the volume becomes a module of the nucleus. */
    private final class Load {
        private final String path;
        private final String program;
        private final Demand demand;
        private final LoadTimes times;

        Load(String path, String program, Demand demand, LoadTimes times) {
            this.path = path;
            this.program = program;
            this.demand = demand;
            this.times = times;
        }

        Mapped map() throws FileException, ModuleException, ManifestFormatException, IOException {
            InputStream input = ModuleCache.input(files, path);
            input.mark(SealedModule.MAGIC_SIZE);
            if (SealedModule.isBegunBy(input.readNBytes(SealedModule.MAGIC_SIZE))) {
                if (!files.information(path).name().endsWith(Files.SEALED_SUFFIX)) {
                    throw new ModuleException("it is a sealed module, which only counts in a file *" + Files.SEALED_SUFFIX + " that the host has made: use bulkhead install there, or install the jar here");
                }
                input.reset();
                SealedModuleInput sealed = new SealedModuleInput(input);
                if (!Arrays.equals(sealed.identity(), identity)) {
                    throw new ModuleException("it was sealed for another image than the one that runs: install the jar, or seal it for this one");
                }
                return map(sealed, Installation.Origin.SEALED);
            }
            List<byte[]> jars = new ArrayList<>(List.of(files.readWhole(path, ProgramJar.JAR_LIMIT)));
            for (String each : compiling.classPath(jars.get(0))) {
                jars.add(files.readWhole(path.substring(0, path.lastIndexOf('/') + 1) + each, ProgramJar.JAR_LIMIT));
            }
            times.done(Phase.READING);
            byte[] key = compiling.key(jars);
            Mapped cached = mapCached(key);
            if (cached == null && !program.isEmpty()) {
                // The jars may have several programs.
                cached = mapCached(ModuleKey.ofProgram(key, program));
            }
            return cached == null ? make(jars) : cached;
        }

        /** Returns the module from the cache, or null if that has none with this key which is undamaged. */
        private Mapped mapCached(byte[] key) throws ModuleException, ManifestFormatException {
            SealedModuleInput found = cache.find(key);
            times.done(Phase.SEARCHING);
            if (found == null) {
                return null;
            }
            try {
                return map(found, Installation.Origin.CACHED);
            } catch (IOException | ModuleFormatProblem e) {
                cache.tellDamage(key, e);
                return null;
            }
        }

        private Mapped make(List<byte[]> jars) throws ModuleException, ManifestFormatException, IOException {
            MadeModule made = compiling.make(jars, program, times);
            SealedModule sealed = made.sealed();
            cache.keep(sealed);
            times.done(Phase.KEEPING);
            Iterator<SealedPage> pages = sealed.pages().iterator();
            Handle module = map(sealed.manifest(), () -> pages.hasNext() ? pages.next() : null);
            return new Mapped(name(sealed.manifest()), sealed.manifest(), module, Installation.Origin.COMPILED, sealed.pages().size(), made.methods());
        }

        private Mapped map(SealedModuleInput sealed, Installation.Origin origin) throws ModuleException, ManifestFormatException, IOException {
            Handle module = map(sealed.manifest(), sealed::next);
            return new Mapped(name(sealed.manifest()), sealed.manifest(), module, origin, sealed.pageCount(), 0);
        }

        private Handle map(byte[] bytes, Mapping.Pages pages) throws ModuleException, ManifestFormatException, IOException {
            Manifest manifest = ManifestCodec.decode(ANY, bytes);
            demand.check(manifest);
            if (bytes.length > Supervision.MANIFEST_LIMIT) {
                throw new ModuleException("the manifest of " + manifest.name() + " has " + bytes.length + " bytes, at most " + Supervision.MANIFEST_LIMIT + " are possible: name fewer things in it");
            }
            Handle module = mapping.map(pages);
            times.done(Phase.MAPPING);
            return module;
        }

        private static String name(byte[] manifest) throws ManifestFormatException {
            return ManifestCodec.decode(ANY, manifest).name();
        }
    }

    private LoadException refuse(String text) {
        refusal = text.getBytes(StandardCharsets.UTF_8);
        return new LoadException(text);
    }

    @Override
    public byte[] refusal(int offset) {
        int start = Math.max(0, Math.min(offset, refusal.length));
        return Arrays.copyOfRange(refusal, start, Math.min(start + PIECE, refusal.length));
    }
}
