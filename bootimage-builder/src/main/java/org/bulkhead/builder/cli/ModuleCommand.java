package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.report.WholeFile;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.ManifestFormatException;
import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.modules.ProgramJar;
import org.bulkhead.vm.linker.module.ModuleFormatProblem;
import org.bulkhead.vm.linker.module.PageKind;
import org.bulkhead.vm.linker.module.Place;
import org.bulkhead.vm.linker.module.SealedModule;
import org.bulkhead.vm.linker.module.SealedPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes sealed modules of jars, as the loader does in the running system, and looks into them. */
@Command(name = "module", sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "Makes sealed modules of programs' jars, and shows what is in them.",
        subcommands = {ModuleCommand.Build.class, ModuleCommand.Inspect.class},
        footer = {"", "Examples:",
            "  bulkhead module build printer.jar --image my.img --output printer.module",
            "  bulkhead module build palette.jar palette-demo --output demo.module",
            "  bulkhead module inspect printer.module"})
final class ModuleCommand extends CommandGroup {
    /** Makes a sealed module. */
    @Command(name = "build", sortOptions = false, description = "Compiles the program in a jar and links it against an image: the same bytes as the loader makes in that image.")
    static final class Build implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "JAR", description = "A jar with a class that carries @Driver, @Server or @Program, or with a Main-Class; jars of its Class-Path lie beside it.")
        private Path jar;

        @Parameters(index = "1", arity = "0..1", defaultValue = "", paramLabel = "NAME", description = "The program that is meant, by the name in its manifest, if the jar has several.")
        private String name;

        @Mixin
        private VolumeImage image;

        @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where to write the module.")
        private Path output;

        @Override
        public Integer call() {
            List<byte[]> jars = jars();
            OutputFile.check(output);
            try (ImageVolume volume = image.open()) {
                MadeModule made = HostLoader.of(volume).make(jars, name, jar.toString());
                byte[] file = made.sealed().toBytes();
                WholeFile.write(output, file);
                spec.commandLine().getOut().printf("%s: %,d bytes, %,d methods compiled%n", output, file.length, made.methods());
                spec.commandLine().getOut().flush();
                return 0;
            }
        }

        /** Returns the jar and those that it names as its class path, which lie beside it. */
        private List<byte[]> jars() {
            List<byte[]> jars = new ArrayList<>(List.of(InstallCommand.read(jar)));
            try {
                for (String each : ProgramJar.classPath(jars.get(0))) {
                    jars.add(InstallCommand.read(jar.resolveSibling(each)));
                }
            } catch (ModuleException e) {
                throw UserProblem.failure(jar + ": " + e.getMessage(), e);
            }
            return jars;
        }
    }

    /** Shows a sealed module. */
    @Command(name = "inspect", sortOptions = false, description = "Shows the pages of a sealed module and what its program asks for.")
    static final class Inspect implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The sealed module.")
        private Path file;

        @Override
        public Integer call() {
            try {
                SealedModule module = SealedModule.read(InstallCommand.read(file));
                print(module, spec.commandLine().getOut());
                return 0;
            } catch (ModuleFormatProblem | ManifestFormatException e) {
                throw UserProblem.failure(file + ": " + e.getMessage(), e);
            }
        }

        private static void print(SealedModule module, PrintWriter out) throws ManifestFormatException {
            if (module.manifest().length > 0) {
                Manifest manifest = ManifestCodec.decode(0, module.manifest());
                out.println(manifest.name() + " (" + manifest.className() + ")");
                out.println(manifest.rights().strip());
                out.println();
            }
            out.println("image  " + HexFormat.of().formatHex(module.identity()));
            out.println("key    " + HexFormat.of().formatHex(module.key()));
            out.println();
            TextTable pages = new TextTable("pages", "own", "replaced", "bytes");
            for (PageKind kind : PageKind.values()) {
                long own = module.count(kind, Place.MODULE);
                long replaced = module.count(kind, Place.IMAGE);
                pages.row(kind.name().toLowerCase(Locale.ROOT), own, replaced, String.format("%,d", (own + replaced) * SealedPage.SIZE));
            }
            out.print(pages);
            out.flush();
        }
    }
}
