package org.bulkhead.builder.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.report.WholeFile;

/**
 * Results of a campaign, or of a part of one: a line of JSON for the {@linkplain CampaignHeader campaign}, then one for each {@linkplain FaultResult fault}. The faults of a boot come together, in order.
 *
 * @param header which campaign
 * @param results what is known so far
 */
public record ResultFile(CampaignHeader header, List<FaultResult> results) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public ResultFile {
        results = List.copyOf(results);
    }

    /**
     * Reads a file; an incomplete last line, as an interrupted campaign may leave it, is left out.
     *
     * @throws UserProblem if it is no results file
     */
    public static ResultFile read(Path file) {
        try {
            String text = Files.readString(file);
            List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            if (lines.isEmpty()) {
                throw UserProblem.failure(file + " is no results file of a campaign: its first line is not complete; remove it");
            }
            CampaignHeader header = header(file, lines.get(0));
            List<FaultResult> results = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                results.add(result(file, i + 1, lines.get(i)));
            }
            return new ResultFile(header, results);
        } catch (IOException e) {
            throw UserProblem.failure("the results file " + file + " cannot be read: " + (Files.exists(file) ? e.getMessage() : "it does not exist; check the name"), e);
        }
    }

    private static CampaignHeader header(Path file, String line) {
        try {
            CampaignHeader header = MAPPER.readValue(line, CampaignHeader.class);
            if (header.format() != CampaignHeader.FORMAT || header.image() == null || header.shards() < 1) {
                throw UserProblem.failure(file + " has format " + header.format() + "; this program reads " + CampaignHeader.FORMAT + ": use the program that wrote it");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw UserProblem.failure(file + " is no results file of a campaign: its first line says nothing of one; name another file", e);
        }
    }

    private static FaultResult result(Path file, int number, String line) {
        try {
            return MAPPER.readValue(line, FaultResult.class);
        } catch (JsonProcessingException e) {
            throw UserProblem.failure(file + " is damaged: line " + number + " is no result of a fault; remove it, and its boot will be run again", e);
        }
    }

    static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the boots whose faults all have a result. */
    Set<Long> completeBoots() {
        CampaignPlan plan = header.plan();
        Map<Long, Set<Long>> found = new HashMap<>();
        results.forEach(each -> found.computeIfAbsent(each.boot(), key -> new TreeSet<>()).add(each.id()));
        return found.entrySet().stream().filter(each -> each.getValue().size() == plan.faultsOf(each.getKey()).size()).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns this without the faults of boots that are not complete: those are run again from their beginning. */
    ResultFile complete() {
        Set<Long> boots = completeBoots();
        return new ResultFile(header, results.stream().filter(each -> boots.contains(each.boot())).toList());
    }

    /** Returns the number of faults of the whole campaign. */
    public long faults() {
        return header.faults();
    }

    /** Returns whether there is a result for every fault of this part. */
    public boolean isComplete() {
        return completeBoots().size() == LongStream.range(0, header.plan().boots()).filter(header::includes).count();
    }

    /**
     * Writes it, whole or not at all.
     *
     * @throws UserProblem if it cannot be written
     */
    public void write(Path file) {
        WholeFile.write(file, line(header) + results.stream().map(ResultFile::line).collect(Collectors.joining()));
    }

    /**
     * Adds results to the end of a file in one piece.
     *
     * @throws UserProblem if it cannot be written
     */
    static void append(Path file, List<FaultResult> results) {
        try {
            Files.write(file, results.stream().map(ResultFile::line).collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw UserProblem.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
