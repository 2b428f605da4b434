package dev.sekisho;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Callers that start at the same moment. */
public final class Together {
    private Together() {}

    /** What each of them got, in their order. */
    public static <T> List<T> together(int many, IntFunction<T> request) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(many);
        try {
            var start = new CountDownLatch(1);
            List<Future<T>> answers = IntStream.range(0, many)
                    .mapToObj(i -> callers.submit((Callable<T>) () -> {
                        start.await();
                        return request.apply(i);
                    }))
                    .toList();
            start.countDown();
            var arrived = new ArrayList<T>();
            for (Future<T> answer : answers) {
                arrived.add(answer.get());
            }
            return arrived;
        } finally {
            callers.shutdownNow();
        }
    }
}
