package org.bulkhead.builder.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Assertions;

/**
 * Dependencies point one way: drivers and servers → isolate API → magic; nucleus → magic; builder → linker → compiler → runtime → magic.
 *
 * <p>The binary interface of the nucleus ({@code abi}) is what both of its sides know, and knows neither.
 */
@AnalyzeClasses(packages = "org.bulkhead", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionsTest {
    private static final String JAVA = "java..";
    private static final String MAGIC = "org.bulkhead.vm.magic..";
    private static final String RUNTIME = "org.bulkhead.vm.runtime..";
    private static final String COMPILER = "org.bulkhead.vm.compiler..";
    private static final String LINKER = "org.bulkhead.vm.linker..";
    private static final String ABI = "org.bulkhead.nucleus.abi..";
    private static final String KERNEL = "org.bulkhead.nucleus.kernel..";
    private static final String MODEL = "org.bulkhead.nucleus.model..";
    private static final String ISOLATE_API = "org.bulkhead.isolate..";
    private static final String VOLUME = "org.bulkhead.volume..";
    private static final String VERIFIER = "org.bulkhead.vm.verifier..";
    private static final String SERVERS = "org.bulkhead.servers..";
    private static final String MODULES = "org.bulkhead.modules..";
    private static final String LOADER = "org.bulkhead.servers.loader..";
    private static final String DRIVERS = "org.bulkhead.drivers..";
    private static final String MANIFEST = "org.bulkhead.isolate.manifest..";
    private static final String PROCESSOR = "org.bulkhead.processor..";
    private static final String PROGRAMS = "org.bulkhead.programs..";
    private static final String BUILDER = "org.bulkhead.builder..";

    @ArchTest
    static final ArchRule magicStandsAlone = only(MAGIC, MAGIC, JAVA);

    @ArchTest
    static final ArchRule binaryInterfaceStandsAlone = only(ABI, ABI, JAVA);

    @ArchTest
    static final ArchRule nucleusKnowsMagicAndItsBinaryInterface = only(KERNEL, KERNEL, ABI, MAGIC, JAVA);

    @ArchTest
    static final ArchRule modelKnowsNothingOfTheNucleusButItsBinaryInterface = only(MODEL, MODEL, ABI, JAVA);

    /** It is what the processor, the loader and the builder read of a program that they don't run. */
    @ArchTest
    static final ArchRule manifestStandsAlone = only(MANIFEST, MANIFEST, JAVA);

    @ArchTest
    static final ArchRule processorKnowsTheManifest = only(PROCESSOR, PROCESSOR, MANIFEST, JAVA, "javax.annotation.processing..", "javax.lang.model..", "javax.tools..", "com.sun.source..", "com.palantir.javapoet..");

    @ArchTest
    static final ArchRule isolateApiKnowsMagicAndTheBinaryInterface = only(ISOLATE_API, ISOLATE_API, ABI, MAGIC, JAVA);

    @ArchTest
    static final ArchRule volumeKnowsTheIsolateApi = only(VOLUME, VOLUME, ISOLATE_API, JAVA);

    @ArchTest
    static final ArchRule nobodyKnowsADriver = noClasses().that().resideOutsideOfPackages(DRIVERS, BUILDER)
            .should().dependOnClassesThat().resideInAPackage(DRIVERS);

    @ArchTest
    static final ArchRule nobodyKnowsAServer = noClasses().that().resideOutsideOfPackages(SERVERS, BUILDER)
            .should().dependOnClassesThat().resideInAPackage(SERVERS);

    @ArchTest
    static final ArchRule nobodyKnowsTheInsideOfTheNucleus = noClasses().that().resideOutsideOfPackages(KERNEL, BUILDER)
            .should().dependOnClassesThat().resideInAPackage(KERNEL);

    @ArchTest
    static final ArchRule serversKnowTheIsolateApiAndTheVolume = classes().that().resideInAPackage(SERVERS).and().resideOutsideOfPackage(LOADER)
            .should().onlyDependOnClassesThat().resideInAnyPackage(withArrays(SERVERS, VOLUME, ISOLATE_API, ABI, MAGIC, JAVA));

    @ArchTest
    static final ArchRule modulesKnowTheLinkerAndTheIsolateApi = only(MODULES, MODULES, VERIFIER, LINKER, COMPILER, ISOLATE_API, ABI, MAGIC, JAVA, "org.objectweb.asm..");

    /** It compiles and links. */
    @ArchTest
    static final ArchRule loaderKnowsTheCompiler = only(LOADER, LOADER, MODULES, LINKER, COMPILER, RUNTIME, ISOLATE_API, ABI, MAGIC, JAVA, "org.objectweb.asm..");

    @ArchTest
    static final ArchRule driversKnowTheIsolateApi = only(DRIVERS, DRIVERS, ISOLATE_API, ABI, MAGIC, JAVA);

    /** It stands in for parts of java.base, and so uses what java.base keeps to itself. */
    @ArchTest
    static final ArchRule runtimeKnowsMagicAndTheBinaryInterface = only(RUNTIME, RUNTIME, MAGIC, ABI, JAVA, "jdk.internal..", "sun..", "com.sun.crypto.provider..", "javax.crypto..", "com.jcraft.jzlib..");

    /** It distrusts what others rely on. */
    @ArchTest
    static final ArchRule verifierStandsAlone = classes().that().resideInAPackage(VERIFIER).should().onlyDependOnClassesThat().resideInAnyPackage(withArrays(VERIFIER, "java.lang..", "java.util.."));

    @ArchTest
    static final ArchRule compilerKnowsTheRuntime = only(COMPILER, COMPILER, RUNTIME, MAGIC, JAVA, "org.objectweb.asm..");

    @ArchTest
    static final ArchRule linkerKnowsTheCompiler = only(LINKER, LINKER, COMPILER, RUNTIME, MAGIC, ABI, JAVA, "org.objectweb.asm..");

    /** It also runs inside the system, where there is nothing of these. */
    @ArchTest
    static final ArchRule linkerKeepsToWhatTheSystemHas = noClasses().that().resideInAPackage(LINKER)
            .should().dependOnClassesThat().resideInAnyPackage("java.lang.reflect..", "java.nio.file..", "java.util.jar..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule nobodyKnowsTheBuilder = noClasses().that().resideOutsideOfPackage(BUILDER)
            .should().dependOnClassesThat().resideInAPackage(BUILDER);

    /** HotSpot runs the same class files. */
    @ArchTest
    static final ArchRule programsKnowJavaAlone = only(PROGRAMS, PROGRAMS, JAVA, "javax.crypto..");

    @ArchTest
    static void everyModuleIsSeen(JavaClasses all) {
        for (String name : new String[] {"org.bulkhead.vm.magic.Address", "org.bulkhead.vm.runtime.ImageInfo", "org.bulkhead.vm.compiler.Symbol", "org.bulkhead.vm.verifier.Verifier", "org.bulkhead.vm.linker.Closure",
            "org.bulkhead.nucleus.abi.SystemCall", "org.bulkhead.nucleus.kernel.Kernel", "org.bulkhead.nucleus.model.Semantics", "org.bulkhead.isolate.manifest.Manifest", "org.bulkhead.processor.ProtocolProcessor",
            "org.bulkhead.isolate.Isolate", "org.bulkhead.volume.FatVolume", "org.bulkhead.modules.ModuleBuilder", "org.bulkhead.servers.loader.LoaderService", "org.bulkhead.servers.supervisor.Supervisor",
            "org.bulkhead.drivers.ata.AtaDriver", "org.bulkhead.programs.Catalogue", "org.bulkhead.builder.Main"}) {
            Assertions.assertTrue(all.contain(name), name + " is not on the class path of this test");
        }
    }

    private static ArchRule only(String from, String... to) {
        return classes().that().resideInAPackage(from).should().onlyDependOnClassesThat().resideInAnyPackage(withArrays(to));
    }

    /** Primitive types, and arrays of them, have the empty package. */
    private static String[] withArrays(String... packages) {
        String[] all = new String[packages.length + 1];
        System.arraycopy(packages, 0, all, 0, packages.length);
        all[packages.length] = "";
        return all;
    }
}
