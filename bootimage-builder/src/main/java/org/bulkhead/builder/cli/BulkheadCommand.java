package org.bulkhead.builder.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself, which does nothing without a subcommand. */
@Command(name = "bulkhead", mixinStandardHelpOptions = true, version = "Bulkhead 0.1.0", scope = ScopeType.INHERIT,
        sortOptions = false, synopsisSubcommandLabel = "COMMAND",
        description = "Builds, runs and examines images of Bulkhead, an operating system in Java whose drivers can fail.",
        subcommands = {ImageCommand.class, InstallCommand.class, VolumeCommand.class, RunCommand.class, ScenarioCommand.class, InspectCommand.class, ModuleCommand.class, PostmortemCommand.class, HostedCommand.class, DriverCommand.class, BenchCommand.class,
            CampaignCommand.class, GenerateCompletion.class},
        footer = {"", "Examples:",
            "  bulkhead image                               builds target/bulkhead.img",
            "  bulkhead run                                 boots it in Bochs, with its console on this terminal",
            "  bulkhead run --emulator qemu --headless --until 'ready after'",
            "  bulkhead driver new palette                  makes a driver's project in the new folder palette",
            "  bulkhead scenario run disk-driver-killed     kills the disk driver six times and checks the work",
            "", "Shell completion: source <(scripts/bulkhead generate-completion)"})
public final class BulkheadCommand extends CommandGroup {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
