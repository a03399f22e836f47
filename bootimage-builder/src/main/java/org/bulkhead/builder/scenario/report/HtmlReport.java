package org.bulkhead.builder.scenario.report;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulkhead.builder.report.WholeFile;
import org.bulkhead.builder.scenario.judge.Death;
import org.bulkhead.builder.scenario.judge.Finding;

/** Reports as one HTML page: an overview, and for each scenario its verdict, what must hold, a timeline and plots. */
public final class HtmlReport {
    private static final String TEMPLATE = "report.ftlh";
    private static final int TAIL_LINES = 60;

    private HtmlReport() {}

    /** Writes the page of some reports to a file, whole or not at all. */
    public static void write(Path file, List<ScenarioReport> reports) {
        WholeFile.write(file, page(reports));
    }

    /** Returns the page of some reports, which needs no other file. */
    static String page(List<ScenarioReport> reports) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlReport.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ENGLISH);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        try {
            Template template = configuration.getTemplate(TEMPLATE);
            StringWriter text = new StringWriter();
            template.process(Map.of("scenarios", reports.stream().map(HtmlReport::model).toList(), "failed", reports.stream().filter(each -> !each.passed()).count()), text);
            return text.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("the report's template is broken: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> model(ScenarioReport report) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", report.scenario());
        model.put("shows", report.shows());
        model.put("passed", report.passed());
        model.put("emulator", report.emulator());
        model.put("seed", report.seed());
        model.put("seconds", report.totals().hostMilliseconds() / 1000.0);
        model.put("most", report.totals().instructionsToServiceMost());
        model.put("held", report.findings().stream().filter(Finding::holds).count());
        model.put("findings", report.findings().stream().map(each -> Map.of("what", each.what(), "expected", each.expected(), "found", each.found(), "holds", each.holds())).toList());
        List<Map<String, Object>> deaths = new ArrayList<>();
        for (Death each : report.deaths()) {
            deaths.add(Map.of("isolate", each.isolate(), "incarnation", each.incarnation(), "reason", each.reason(), "detail", each.detail(), "at", each.faultTicks(), "service", each.instructionsToService()));
        }
        model.put("deaths", deaths);
        model.put("plots", new Plots(report).all());
        List<String> lines = report.evidence().log().lines().toList();
        model.put("tail", String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())));
        return model;
    }
}
