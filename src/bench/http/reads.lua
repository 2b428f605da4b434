-- Says how many answers were not 2xx or 304.
function done(summary)
  io.write(string.format("answers a second: %.0f, answers other than 2xx and 3xx: %d\n",
    summary.requests / summary.duration * 1e6, summary.errors.status))
end
