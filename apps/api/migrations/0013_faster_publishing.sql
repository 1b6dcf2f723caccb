-- What decides about a move is asked for each: to plan it anew each time took longer than all else that the function does.
ALTER FUNCTION strictest_policy(uuid, uuid, uuid[]) SET plan_cache_mode = force_generic_plan;
