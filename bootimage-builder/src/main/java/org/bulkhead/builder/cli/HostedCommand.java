package org.bulkhead.builder.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.hosted.HostedBuilder;
import org.bulkhead.builder.hosted.Reflection;
import org.bulkhead.builder.report.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles a Java program into a static Linux executable and runs it. */
@Command(name = "hosted", sortOptions = false,
        description = "Compiles a Java program into a static Linux executable and runs it; exit status: the program's.",
        footer = {"", "Example: bulkhead hosted -cp classes org.example.Main first second"})
final class HostedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = {"-cp", "--class-path"}, paramLabel = "PATH", required = true, description = "Jars and class folders, separated by colons.")
    private String classPath;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the executable there, and do not run it.")
    private Path output;

    @Option(names = "--closed", description = "Compile only what the program calls: a smaller executable, in which reflection finds nothing and code that cannot be compiled fails the build.")
    private boolean closed;

    @Option(names = "--gaps", description = "List the methods and classes that the program has, but that cannot run.")
    private boolean gaps;

    @Parameters(index = "0", paramLabel = "MAIN", description = "The class with the main method.")
    private String mainClass;

    @Parameters(index = "1..*", paramLabel = "ARGS", description = "The program's arguments.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (output != null) {
            OutputFile.check(output);
        }
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                paths.add(existing(Path.of(entry)));
            }
        }
        Progress progress = System.console() == null ? Progress.SILENT : new TerminalProgress(spec.commandLine().getErr());
        HostedBuilder.Executable built = new HostedBuilder(paths, List.of(mainClass), closed ? Reflection.NONE : Reflection.OF_OPEN_CLASSES).build(progress);
        if (gaps) {
            built.gaps().forEach(each -> spec.commandLine().getErr().println("cannot run: " + each));
        }
        byte[] elf = built.elf();
        if (output != null) {
            WholeFile.writeExecutable(output, elf);
            return 0;
        }
        Path folder = Folders.temporary("bulkhead-hosted-");
        try {
            Path executable = folder.resolve("program");
            WholeFile.writeExecutable(executable, elf);
            List<String> command = new ArrayList<>(List.of(executable.toString()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command).inheritIO().start();
            // The program ends with this command, however that ends.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "program"));
            return process.waitFor();
        } finally {
            Folders.remove(folder);
        }
    }

    private static Path existing(Path entry) {
        if (!Files.exists(entry)) {
            throw UserProblem.failure("class path entry " + entry + " does not exist: check -cp");
        }
        return entry;
    }
}
