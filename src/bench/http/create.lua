-- Creates third parties, each under a key of its own.
local thread = 0
function setup(t) t:set("id", thread); thread = thread + 1 end
function init() count = 0; seed = os.time() end
function request()
  count = count + 1
  local key = string.format("bench-%d-%d-%d", seed, id, count)
  local body = string.format('{"key":"%s","name":"Vendor %s","kind":"VENDOR"}', key, key)
  return wrk.format("POST", "/api/v1/third-parties", nil, body)
end
function response(status) if status ~= 201 then bad = (bad or 0) + 1 end end
function done(summary, latency)
  io.write(string.format("created a second: %.0f, answers other than 2xx: %d\n",
    summary.requests / summary.duration * 1e6, summary.errors.status))
end
