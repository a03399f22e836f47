package org.bulkhead.builder.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;

/** Joins the results of a campaign's parts. */
public final class Merge {
    private Merge() {}

    /**
     * Returns the results of several files of one campaign, in the order of faults. Incomplete boots stay: a campaign that goes on runs them again.
     *
     * @throws UserProblem if a file is of another campaign than the first, or has a fault that another file has too
     */
    public static ResultFile of(List<Path> files) {
        ResultFile first = null;
        List<FaultResult> all = new ArrayList<>();
        Map<Long, Path> owners = new HashMap<>();
        for (Path file : files) {
            ResultFile part = ResultFile.read(file);
            if (first == null) {
                first = part;
            }
            String difference = part.header().difference(first.header());
            if (!difference.isEmpty()) {
                throw UserProblem.failure(file + " is of another campaign than " + files.get(0) + " (" + difference + "): leave it out");
            }
            for (FaultResult each : part.results()) {
                Path other = owners.put(each.id(), file);
                if (other != null) {
                    throw UserProblem.failure(file + " overlaps " + other + ": both have fault " + each.id() + "; name each part once");
                }
                all.add(each);
            }
        }
        all.sort(Comparator.comparingLong(FaultResult::id));
        return new ResultFile(first.header().whole(), all);
    }
}
