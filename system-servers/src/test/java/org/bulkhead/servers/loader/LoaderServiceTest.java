package org.bulkhead.servers.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.Installation;
import org.bulkhead.isolate.protocol.LoadException;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.isolate.protocol.VolumeInformation;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.vm.linker.module.ModuleKey;
import org.bulkhead.vm.linker.module.PageKind;
import org.bulkhead.vm.linker.module.SealedModule;
import org.bulkhead.vm.linker.module.SealedPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the loader does with jars and sealed modules on a real volume; the compiler, the nucleus and the supervisor are stand-ins that remember what they were asked. */
class LoaderServiceTest {
    private static final byte[] IMAGE = bytes("the image's name");
    private static final byte[] OTHER_IMAGE = bytes("another image...");
    private static final String TWO_PROGRAMS = "a jar with two programs";
    private static final int HANDLE = 77;
    private static final int PROGRAM = 20;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final List<String> compiled = new ArrayList<>();
    private final List<List<SealedPage>> mapped = new ArrayList<>();
    private final List<String> handedOver = new ArrayList<>();
    private Files volume;
    private FileStore files;
    private String refusedByCompiler;
    private String refusedBySupervisor;
    private LoaderService loader;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @BeforeEach
    void start() throws FileException {
        // The test is an isolate of its own, with raw memory.
        kit.grants(kit.manifest("loader").build());
        volume = MemoryVolume.make();
        volume.createFolder("/modules");
        files = new FileStore(volume);
        loader = service();
    }

    private LoaderService service() {
        Compiling compiling = new Compiling() {
            /** A jar is text here, and names the jars that it needs behind a colon. */
            @Override
            public List<String> classPath(byte[] jar) {
                String text = new String(jar, StandardCharsets.US_ASCII);
                return text.contains(":") ? List.of(text.substring(text.indexOf(':') + 1).split(" ")) : List.of();
            }

            @Override
            public byte[] key(List<byte[]> jars) {
                return ModuleKey.of(IMAGE, jars);
            }

            @Override
            public MadeModule make(List<byte[]> jars, String name, LoadTimes times) throws ModuleException {
                compiled.add(String.join("+", jars.stream().map(each -> new String(each, StandardCharsets.US_ASCII)).toList()));
                if (refusedByCompiler != null) {
                    throw new ModuleException(refusedByCompiler);
                }
                if (compiled.get(compiled.size() - 1).equals(TWO_PROGRAMS)) {
                    return new MadeModule(sealed(IMAGE, ModuleKey.ofProgram(key(jars), name), manifest(name)), 12);
                }
                return new MadeModule(sealed(IMAGE, key(jars), manifest("printer0")), 12);
            }
        };
        Mapping mapping = pages -> {
            List<SealedPage> all = new ArrayList<>();
            for (SealedPage each = pages.next(); each != null; each = pages.next()) {
                all.add(each);
            }
            mapped.add(all);
            return new Handle(HANDLE);
        };
        Supervision supervision = (Supervision) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Supervision.class}, (proxy, method, arguments) -> {
            if (refusedBySupervisor != null) {
                throw new SupervisionException(refusedBySupervisor);
            }
            ByteBuffer lent = (ByteBuffer) arguments[arguments.length - 2];
            byte[] manifest = new byte[lent.remaining()];
            lent.get(lent.position(), manifest);
            handedOver.add(method.getName() + " " + String.join(" ", Arrays.copyOf(arguments, arguments.length - 2, String[].class)) + " " + ManifestCodec.decode(0, manifest).name() + " " + ((Handle) arguments[arguments.length - 1]).number());
            return method.getName().equals("install") ? (Object) PROGRAM : new UpdateResult("printer0", "printer0-2", 0, 0);
        });
        return new LoaderService(volume, supervision, compiling, mapping, IMAGE, System::nanoTime);
    }

    private static Manifest manifest(String name) {
        return new Manifest.Builder(0, name, "org.example.Printer").heapBytes(1 << 20).cpuPercent(50).queueSlots(16).build();
    }

    private static SealedModule sealed(byte[] image, byte[] key, Manifest manifest) {
        SealedPage page = new SealedPage(0x400_0000, PageKind.CODE, new byte[SealedPage.SIZE]);
        return new SealedModule(image, key, ManifestCodec.encode(manifest), List.of(page));
    }

    private void assertRefused(String expected, String path) {
        int before = handedOver.size();
        LoadException refused = assertThrows(LoadException.class, () -> loader.install(path, ""));
        assertEquals(expected, refused.getMessage());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece = loader.refusal(0); piece.length > 0; piece = loader.refusal(whole.size())) {
            whole.writeBytes(piece);
        }
        assertEquals(expected, whole.toString(StandardCharsets.UTF_8));
        assertEquals(before, handedOver.size());
    }

    @Test
    void theJarsThatAJarNeedsLieBesideIt() throws Exception {
        files.replace("/modules/printer.jar", bytes("program:paper.jar ink.jar"));
        files.replace("/modules/paper.jar", bytes("paper"));
        assertRefused("/modules/printer.jar: there is nothing at /modules/ink.jar", "/modules/printer.jar");
        files.replace("/modules/ink.jar", bytes("ink"));
        assertEquals(Installation.Origin.COMPILED, loader.install("/modules/printer.jar", "").origin());
        assertEquals(List.of("program:paper.jar ink.jar+paper+ink"), compiled);
        assertEquals(Installation.Origin.CACHED, loader.install("/modules/printer.jar", "").origin());
        files.replace("/modules/ink.jar", bytes("more ink"));
        assertEquals(Installation.Origin.COMPILED, loader.install("/modules/printer.jar", "").origin());
    }

    @Test
    void aJarIsCompiledOnceAndHandedOver() throws Exception {
        files.replace("/modules/printer.jar", bytes("a jar"));
        assertEquals(new Installation(PROGRAM, "printer0", Installation.Origin.COMPILED, 1, 12), loader.install("/modules/printer.jar", ""));
        assertEquals(new Installation(-1, "printer0-2", Installation.Origin.CACHED, 1, 0), loader.update("line0", "/modules/printer.jar"));
        // The successor of a loader that died knows the module from the volume.
        loader = service();
        assertEquals(Installation.Origin.CACHED, loader.install("/modules/printer.jar", "").origin());
        assertEquals(List.of("a jar"), compiled);
        assertEquals(List.of("install /modules/printer.jar printer0 77", "updateTo line0 /modules/printer.jar printer0 77", "install /modules/printer.jar printer0 77"), handedOver);
    }

    @Test
    void programsOfOneJarAreKeptApart() throws Exception {
        files.replace("/modules/two.jar", bytes(TWO_PROGRAMS));
        assertEquals(new Installation(PROGRAM, "one", Installation.Origin.COMPILED, 1, 12), loader.install("/modules/two.jar", "one"));
        assertEquals(new Installation(PROGRAM, "two", Installation.Origin.COMPILED, 1, 12), loader.install("/modules/two.jar", "two"));
        assertEquals(Installation.Origin.CACHED, loader.update("one", "/modules/two.jar").origin());
        assertEquals(List.of("install /modules/two.jar one 77", "install /modules/two.jar two 77", "updateTo one /modules/two.jar one 77"), handedOver);
        assertEquals(Installation.Origin.CACHED, loader.install("/modules/two.jar", "two").origin());
    }

    @Test
    void aNameThatIsNotTheProgramsIsRefused() throws Exception {
        files.replace("/modules/printer.jar", bytes("a jar"));
        String line = "/modules/printer.jar: its program is named printer0, not printer1: correct the name, or leave it out";
        assertEquals(line, assertThrows(LoadException.class, () -> loader.install("/modules/printer.jar", "printer1")).getMessage());
        assertTrue(mapped.isEmpty());
        assertEquals("printer0", loader.install("/modules/printer.jar", "printer0").name());
    }

    @Test
    void aDamagedOrStrangeModuleInTheCacheIsMadeAnew() throws Exception {
        byte[] jar = bytes("a jar");
        String path = ModuleCache.path(ModuleKey.of(IMAGE, List.of(jar)));
        files.replace("/modules/printer.jar", jar);
        loader.install("/modules/printer.jar", "");
        byte[] good = files.readWhole(path, 1 << 20);
        byte[] damaged = good.clone();
        damaged[damaged.length / 2]++;
        byte[][] bad = {damaged, Arrays.copyOf(good, good.length - 1), new byte[0], bytes("nonsense"), sealed(IMAGE, ModuleKey.of(IMAGE, List.of(bytes("another jar"))), manifest("other")).toBytes(),
            sealed(OTHER_IMAGE, ModuleKey.of(IMAGE, List.of(jar)), manifest("other")).toBytes()};
        for (byte[] each : bad) {
            files.replace(path, each);
            compiled.clear();
            assertEquals(Installation.Origin.COMPILED, loader.install("/modules/printer.jar", "").origin());
            assertEquals(List.of("a jar"), compiled);
            assertArrayEquals(good, files.readWhole(path, 1 << 20));
        }
    }

    /** Each version of a jar has a module of its own in the cache. */
    @Test
    void oldModulesMakeRoomInTheCacheForNewOnes() throws Exception {
        byte[] first = bytes("version 1");
        byte[] second = bytes("version 2");
        files.replace("/modules/printer.jar", first);
        loader.install("/modules/printer.jar", "");
        VolumeInformation room = volume.volume();
        files.replace("/rest", new byte[(int) room.free() - room.unit()]);
        files.replace("/modules/printer.jar", second);
        assertEquals(Installation.Origin.COMPILED, loader.install("/modules/printer.jar", "").origin());
        assertNull(files.find(ModuleCache.path(ModuleKey.of(IMAGE, List.of(first)))));
        assertEquals(Installation.Origin.CACHED, loader.install("/modules/printer.jar", "").origin());
        files.replace("/more", new byte[(int) volume.volume().free()]);
        files.delete("/modules/printer.jar");
        files.replace("/modules/printer.jar", bytes("version 3, which has no more room than version 2"));
        assertEquals(Installation.Origin.COMPILED, loader.install("/modules/printer.jar", "").origin());
        assertNull(files.find(ModuleCache.path(ModuleKey.of(IMAGE, List.of(second)))));
    }

    @Test
    void aModuleSealedOnTheHostIsTakenAsItIs() throws Exception {
        SealedModule module = sealed(IMAGE, ModuleKey.of(IMAGE, List.of(bytes("x"))), manifest("sealed0"));
        files.replace("/modules/x.module", module.toBytes());
        assertEquals(new Installation(PROGRAM, "sealed0", Installation.Origin.SEALED, 1, 0), loader.install("/modules/x.module", ""));
        assertArrayEquals(module.pages().get(0).content(), mapped.get(0).get(0).content());
        assertTrue(compiled.isEmpty());
        files.replace("/modules/other.module", sealed(OTHER_IMAGE, ModuleKey.of(OTHER_IMAGE, List.of(bytes("x"))), manifest("sealed0")).toBytes());
        assertRefused("/modules/other.module: it was sealed for another image than the one that runs: install the jar, or seal it for this one", "/modules/other.module");
        files.replace("/modules/renamed.jar", module.toBytes());
        assertRefused("/modules/renamed.jar: it is a sealed module, which only counts in a file *.module that the host has made: use bulkhead install there, or install the jar here", "/modules/renamed.jar");
        byte[] damaged = module.toBytes();
        damaged[200]++;
        files.replace("/modules/damaged.module", damaged);
        assertThrows(LoadException.class, () -> loader.install("/modules/damaged.module", ""));
        assertEquals(1, mapped.size());
    }

    @Test
    void whoeverRefusesSaysWhy() throws Exception {
        files.replace("/modules/printer.jar", bytes("a jar"));
        assertRefused("/modules/nothing.jar: there is nothing at /modules/nothing.jar", "/modules/nothing.jar");
        refusedByCompiler = "it has no manifest: annotate the program's class with @Driver, @Server or @Program, and this line is longer than any message of the system can be";
        assertRefused("/modules/printer.jar: " + refusedByCompiler, "/modules/printer.jar");
        refusedByCompiler = null;
        refusedBySupervisor = "the name printer0 is taken";
        assertRefused("/modules/printer.jar: the name printer0 is taken", "/modules/printer.jar");
        refusedBySupervisor = null;
        assertEquals("printer0", loader.install("/modules/printer.jar", "").name());
    }
}
