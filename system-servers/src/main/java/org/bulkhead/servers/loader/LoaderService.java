package org.bulkhead.servers.loader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.bulkhead.isolate.protocol.Source;
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
    private final List<Source> sources = new ArrayList<>();
    private byte[] refusal = new byte[0];

    /** Makes the service for the image of that identity; {@code clock} counts ticks. */
    LoaderService(Files files, Supervision supervision, Compiling compiling, Mapping mapping, byte[] identity, LongSupplier clock) {
        this.files = new FileStore(files);
        this.supervision = supervision;
        this.compiling = compiling;
        this.mapping = mapping;
        this.identity = identity.clone();
        this.clock = clock;
        cache = new ModuleCache(files, this.files, identity);
    }

    @Override
    public Installation install(String path, String program) throws LoadException {
        return load(path, program, manifest -> requireName(program, manifest), supervision::install);
    }

    @Override
    public Installation update(String component, String path) throws LoadException {
        return load(path, component, manifest -> { }, (manifest, module) -> {
            supervision.updateTo(component, manifest, module);
            return A_VERSION;
        });
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
        int send(ByteBuffer manifest, Handle module) throws SupervisionException;
    }

    /** A sealed module and where it came from. */
    private record Found(SealedModule sealed, Installation.Origin origin, int methods) {}

    private Installation load(String path, String name, Demand demand, Handover handover) throws LoadException {
        LoadTimes times = new LoadTimes(clock);
        try {
            Found found = find(path, name, times);
            byte[] bytes = found.sealed.manifest();
            Manifest manifest = ManifestCodec.decode(ANY, bytes);
            demand.check(manifest);
            if (bytes.length > Supervision.MANIFEST_LIMIT) {
                throw new ModuleException("the manifest of " + manifest.name() + " has " + bytes.length + " bytes, at most " + Supervision.MANIFEST_LIMIT + " are possible: name fewer things in it");
            }
            Handle module = mapping.map(found.sealed);
            times.done(Phase.MAPPING);
            int program = handOver(handover, bytes, module);
            times.done(Phase.STARTING);
            remember(manifest.name(), path);
            Installation done = new Installation(program, manifest.name(), found.origin, found.sealed.pages().size(), found.methods);
            Log.line("loader: " + done.name() + " from " + path + ": " + done.pages() + " pages, " + done.methods() + " methods compiled; thousands of ticks: " + times);
            return done;
        } catch (FileException | ModuleException | ModuleFormatProblem | ManifestFormatException | SupervisionException | NucleusException e) {
            throw refuse(path + ": " + e.getMessage());
        }
    }

    private int handOver(Handover handover, byte[] manifest, Handle module) throws SupervisionException {
        try {
            return handover.send(manifestMemory.clear().put(manifest).flip(), module);
        } catch (NoCreditException | OfflineException e) {
            // It could not be sent, so it is still ours.
            module.close();
            throw e;
        }
    }

    private Found find(String path, String program, LoadTimes times) throws FileException, ModuleException {
        byte[] file = files.readWhole(path, ProgramJar.JAR_LIMIT);
        times.done(Phase.READING);
        if (SealedModule.isBegunBy(file)) {
            SealedModule sealed = SealedModule.read(file);
            if (!Arrays.equals(sealed.identity(), identity)) {
                throw new ModuleException("it was sealed for another image than the one that runs: install the jar, or seal it for this one");
            }
            times.done(Phase.SEARCHING);
            return new Found(sealed, Installation.Origin.SEALED, 0);
        }
        List<byte[]> jars = new ArrayList<>(List.of(file));
        for (String each : compiling.classPath(file)) {
            jars.add(files.readWhole(path.substring(0, path.lastIndexOf('/') + 1) + each, ProgramJar.JAR_LIMIT));
        }
        times.done(Phase.READING);
        SealedModule cached = cached(compiling.key(jars), program);
        times.done(Phase.SEARCHING);
        if (cached != null) {
            return new Found(cached, Installation.Origin.CACHED, 0);
        }
        MadeModule made = compiling.make(jars, program, times);
        cache.keep(made.sealed());
        times.done(Phase.KEEPING);
        return new Found(made.sealed(), Installation.Origin.COMPILED, made.methods());
    }

    /** Returns the module of jars with one program or, if they have several, of the one that is meant; null if it is not in the cache. */
    private SealedModule cached(byte[] key, String program) {
        SealedModule only = cache.find(key);
        return only != null || program.isEmpty() ? only : cache.find(ModuleKey.ofProgram(key, program));
    }

    private void remember(String name, String path) {
        sources.removeIf(each -> each.name().equals(name));
        sources.add(new Source(name, path));
    }

    private LoadException refuse(String text) {
        Log.line("loader: refused: " + text);
        refusal = text.getBytes(StandardCharsets.UTF_8);
        return new LoadException(text);
    }

    @Override
    public Source source(int index) {
        return index < 0 || index >= sources.size() ? null : sources.get(index);
    }

    @Override
    public byte[] refusal(int offset) {
        int start = Math.max(0, Math.min(offset, refusal.length));
        return Arrays.copyOfRange(refusal, start, Math.min(start + PIECE, refusal.length));
    }
}
