package org.bulkhead.builder.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bulkhead.builder.UserProblem;

/** Runs a campaign, or a part of one, with several machines at a time, and writes what becomes of each fault to a file. A campaign that was interrupted goes on with the boots that are not in the file. */
public final class Campaign {
    private final CampaignHeader header;
    private final CampaignImage image;
    private final CampaignProgress progress;

    /**
     * @param shard which part of the campaign, from 1 on
     * @param shards how many parts there are
     */
    public Campaign(CampaignPlan plan, CampaignImage image, int shard, int shards, CampaignProgress progress) {
        this.header = CampaignHeader.of(plan, image, shard, shards);
        this.image = image;
        this.progress = progress;
    }

    /**
     * Runs what is not in the file yet, and returns all results.
     *
     * @param jobs machines at a time
     * @throws UserProblem if the file belongs to another campaign, or cannot be written
     */
    public ResultFile run(Path file, int jobs) {
        Set<Long> done = begin(file);
        Queue<Long> boots = new ArrayDeque<>(LongStream.range(0, header.plan().boots()).filter(each -> header.includes(each) && !done.contains(each)).boxed().toList());
        progress.begin(LongStream.range(0, header.plan().boots()).filter(header::includes).map(each -> header.plan().faultsOf(each).size()).sum(), ResultFile.read(file).results());
        BootRun run = new BootRun(image, header.plan());
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, jobs).mapToObj(job -> CompletableFuture.runAsync(() -> work(run, boots, file), threads)).toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UserProblem problem) {
                throw problem;
            }
            throw e;
        } finally {
            threads.shutdownNow();
            progress.end();
        }
        return ResultFile.read(file);
    }

    /** Makes the file, or what it has of this campaign ready to be continued; returns the boots that it has. */
    private Set<Long> begin(Path file) {
        if (!Files.exists(file)) {
            new ResultFile(header, List.of()).write(file);
            return Set.of();
        }
        ResultFile found = ResultFile.read(file);
        String difference = found.header().difference(header);
        if (difference.isEmpty() && (found.header().shard() != header.shard() || found.header().shards() != header.shards())) {
            difference = "shard " + found.header().shard() + "/" + found.header().shards() + " instead of " + header.shard() + "/" + header.shards();
        }
        if (!difference.isEmpty()) {
            throw UserProblem.failure(file + " belongs to another campaign (" + difference + "): name another file");
        }
        ResultFile complete = found.complete();
        complete.write(file);
        return complete.completeBoots();
    }

    private void work(BootRun run, Queue<Long> boots, Path file) {
        while (true) {
            Long boot;
            synchronized (boots) {
                boot = boots.poll();
            }
            if (boot == null) {
                return;
            }
            List<FaultResult> results;
            try {
                results = run.run(boot, Long.MAX_VALUE, (result, log) -> progress.add(result));
            } catch (RuntimeException e) {
                synchronized (boots) {
                    boots.clear();
                }
                throw e;
            }
            synchronized (boots) {
                ResultFile.append(file, results);
            }
        }
    }
}
