package org.bulkhead.builder.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.manifest.BootSet;

/**
 * A program talks by frames of its own to the network that the emulator makes up, and goes on when the card's driver is killed.
 *
 * <p>It passes if the network's DHCP server offered the address that it offers, if the gateway was found, and if it sent every echo back whole, those of the longest frames too.
 */
public final class NetworkAnswers implements Scenario {
    private static final Map<String, String> EXPECTED = expected();

    private static Map<String, String> expected() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("ADDRESS", "b0:c4:20:00:00:01");
        map.put("DHCP", "10.0.2.15_from_10.0.2.2");
        map.put("ARP", "answered");
        map.put("SHORT_ECHO", "1");
        map.put("LONG_ECHO", "1");
        map.put("ECHOES", "64");
        map.put("LINK", "UP");
        map.put("DAMAGED", "0");
        map.put("ECHOES_OF_SUCCESSOR", "64");
        return map;
    }

    @Override
    public String name() {
        return "network-answers";
    }

    @Override
    public String description() {
        return "a program finds the gateway of a network and gets its echoes, also when the card's driver is killed";
    }

    @Override
    public BootSet bootSet() {
        return BootSet.NETWORK;
    }

    @Override
    public Verdict run(ScenarioContext context) {
        EmulatorConfig config = EmulatorConfig.of(context.image()).withKind(context.kind()).withNetwork(Network.USER).withTimeout(context.timeout());
        ScenarioRun run = ScenarioRun.of(config, context);
        List<String> problems = new ArrayList<>();
        run.checkEnd(problems);
        return DeedsReport.judge(name(), "net", EXPECTED, run.lines(), problems, context);
    }
}
